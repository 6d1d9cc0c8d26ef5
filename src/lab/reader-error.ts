/** An error whose message is one sentence for the reader: what happened and what to do. */
export interface ReaderError extends Error {
  readonly name: 'ReaderError';
  /** Whether trying the same thing again may help (a download may, a malformed file will not). */
  readonly retry: boolean;
}

/** Makes a ReaderError; `cause` keeps the technical error for the console of a developer. */
export const readerError = (
  sentence: string,
  options: { readonly retry?: boolean; readonly cause?: unknown } = {},
): ReaderError =>
  Object.assign(new Error(sentence, { cause: options.cause }), {
    name: 'ReaderError' as const,
    retry: options.retry ?? false,
  });

export const isReaderError = (error: unknown): error is ReaderError =>
  error instanceof Error && error.name === 'ReaderError';
