import { isReaderError, type Download } from '../../../lab/reader-error.ts';

/** Why a run ended before its time: a sentence for the reader, and what can be done. */
export interface Failure {
  readonly sentence: string;
  readonly retry: boolean;
  /** What the reader may agree to, where only that is missing. */
  readonly download: Download | undefined;
}

/** A failure as the reader is told of it. */
export const failureOf = (error: unknown): Failure =>
  isReaderError(error)
    ? { sentence: error.message, retry: error.retry, download: error.download }
    : {
        sentence: 'The computation failed; press “Try again”, or reset the figure.',
        retry: true,
        download: undefined,
      };
