import { isReaderError } from '../lab/reader-error.ts';

/** What Node says of arguments that it was not told of: its first sentence. */
const argumentError = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
    ? `${error.message.split('. ')[0] ?? ''}; --help lists what there is.`
    : undefined;

/**
 * Runs a command line; what a person asked wrongly becomes one sentence on stderr and an exit code (1 unless given), without
 * a stack.
 */
export const command = (
  main: (args: readonly string[]) => Promise<void>,
  { usageCode = 1 }: { readonly usageCode?: number } = {},
): void => {
  main(process.argv.slice(2)).catch((error: unknown) => {
    const sentence = isReaderError(error) ? error.message : argumentError(error);
    if (sentence === undefined) console.error(error);
    else process.stderr.write(`${sentence}\n`);
    process.exitCode = sentence === undefined ? 1 : usageCode;
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
