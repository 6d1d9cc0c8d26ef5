import { isReaderError } from '../lab/reader-error.ts';

/** Runs a command line; a reader error becomes its sentence on stderr and exit code 1, without a stack. */
export const command = (main: (args: readonly string[]) => Promise<void>): void => {
  main(process.argv.slice(2)).catch((error: unknown) => {
    if (isReaderError(error)) process.stderr.write(`${error.message}\n`);
    else console.error(error);
    process.exitCode = 1;
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
