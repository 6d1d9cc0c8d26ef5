/** What has to be downloaded before something can go on, which is only done once the reader agrees. */
export interface Download {
  readonly id: string;
  readonly title: string;
  readonly bytes: number;
  /** The server that it comes from. */
  readonly host: string;
}

/** An error whose message is one sentence for the reader: what happened and what to do. */
export interface ReaderError extends Error {
  readonly name: 'ReaderError';
  /** Whether trying the same thing again may help (a download may, a malformed file will not). */
  readonly retry: boolean;
  /** What the reader may agree to, where only that is missing. */
  readonly download: Download | undefined;
}

/** Makes a ReaderError; `cause` keeps the technical error for the console of a developer. */
export const readerError = (
  sentence: string,
  options: {
    readonly retry?: boolean;
    readonly cause?: unknown;
    readonly download?: Download | undefined;
  } = {},
): ReaderError =>
  Object.assign(new Error(sentence, { cause: options.cause }), {
    name: 'ReaderError' as const,
    retry: options.retry ?? false,
    download: options.download,
  });

/** Whether an error's message is a sentence for the reader. */
export const isReaderError = (error: unknown): error is ReaderError =>
  error instanceof Error && error.name === 'ReaderError';
