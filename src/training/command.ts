import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isReaderError } from '../lab/reader-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

interface Config<O extends Options> {
  args: string[];
  options: O;
  allowPositionals: true;
  allowNegative: boolean;
}

/** What a command takes; `--help` needs no mention. */
export interface Takes<O extends Options> {
  readonly options: O;
  /** Whether it takes words besides options. */
  readonly words?: boolean;
  /** Whether `--no-something` switches an option off. */
  readonly negative?: boolean;
}

/** What a command was given: options by their names, and words. */
export type Given<O extends Options> = Pick<
  ReturnType<typeof parseArgs<Config<O>>>,
  'values' | 'positionals'
>;

/**
 * A command: how it is called (its first line is the call, names of things may be looked up late) and what it
 * takes.
 */
export interface CommandLine<O extends Options> extends Takes<O> {
  readonly usage: string | (() => string);
}

interface UsageError extends Error {
  readonly name: 'UsageError';
}

/** An error of whoever typed the command: one sentence, which is told together with the usage. */
export const usageError = (sentence: string): UsageError =>
  Object.assign(new Error(sentence), { name: 'UsageError' as const });

const isUsageError = (error: unknown): error is UsageError =>
  error instanceof Error && error.name === 'UsageError';

/**
 * Takes arguments apart; a usage error with Node's own sentence where they are not what the command takes.
 */
export const given = <O extends Options>(
  { options, words = false, negative = false }: Takes<O>,
  args: readonly string[],
): Given<O> => {
  try {
    return parseArgs<Config<O>>({
      args: [...args],
      options,
      allowPositionals: words as true,
      allowNegative: negative,
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')))
      throw error;
    throw usageError(`${(error.message.split(/\. |\n/)[0] ?? '').replace(/\.$/, '')}.`);
  }
};

/** The number that an option names; a usage error where it is none, or out of the range. */
export const numeric = (
  option: string,
  value: string,
  [low, high]: readonly [number, number],
  whole = false,
): number => {
  const n = Number(value);
  if (value.trim() !== '' && n >= low && n <= high && (!whole || Number.isInteger(n))) return n;
  const bounds = high === Infinity ? `${low} or more` : `from ${low} to ${high}`;
  throw usageError(`${option} is “${value}”; it must be a ${whole ? 'whole ' : ''}number, ${bounds}.`);
};

/** The one of the choices that was named; a usage error that lists them where it is none. */
export const chosen = <T extends string>(what: string, value: string, choices: readonly T[]): T => {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw usageError(`${what} is “${value}”; choose one of ${choices.join(', ')}.`);
};

/** The thing of that name; a usage error that lists those there are where there is none. */
export const known = <T extends string>(kind: string, name: string, names: readonly T[]): T => {
  const found = names.find((each) => each === name);
  if (found !== undefined) return found;
  throw usageError(`There is no ${kind} “${name}”; there are ${names.join(', ')}.`);
};

/** What is told of an error: a sentence where a person can do something about it, else undefined. */
const sentenceOf = (error: unknown): string | undefined => {
  if (isReaderError(error) || isUsageError(error)) return error.message;
  // A file that cannot be read or written: Node's message names it and the reason.
  const isOfSystem = error instanceof Error && 'syscall' in error && 'path' in error;
  return isOfSystem ? `${error.message}.` : undefined;
};

/**
 * Runs a command line. `--help` prints the usage. What a person asked wrongly becomes one sentence on stderr,
 * followed by the usage where the arguments are at fault, and exit code 2; whatever else is thrown keeps its
 * stack, exit code 1.
 */
export const command = <O extends Options>(
  line: CommandLine<O>,
  main: (asked: Given<O>) => void | Promise<void>,
): void => {
  const usage = (): string => (typeof line.usage === 'string' ? line.usage : line.usage());
  const run = async (args: readonly string[]): Promise<void> => {
    if (args.includes('--help') || args.includes('-h')) say(usage());
    else await main(given(line, args));
  };
  run(process.argv.slice(2)).catch((error: unknown) => {
    progress('');
    const sentence = sentenceOf(error);
    if (sentence === undefined) console.error(error);
    else process.stderr.write(`${sentence}\n${isUsageError(error) ? `\n${usage()}\n` : ''}`);
    process.exitCode = sentence === undefined ? 1 : 2;
  });
};

/** A line of progress that replaces the last one in a terminal and is left out of logs. */
export const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
};

/** A line that stays. */
export const say = (text: string): void => {
  progress('');
  process.stdout.write(`${text}\n`);
};
