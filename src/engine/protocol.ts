import type { Failure } from '../figures/kit/session/failure.ts';
import type { AnyState } from '../figures/kit/contract/figure.ts';
import type { Note } from '../nets/bench/bench.ts';

/**
 * From the page: start a job, ask for its next frame, or end it. The worker computes only what was asked for.
 */
export type ToWorker =
  | {
      readonly kind: 'run';
      readonly job: number;
      readonly slug: string;
      readonly state: AnyState;
      /** Ids of the nets whose download the reader has agreed to. */
      readonly agreed: readonly string[];
    }
  | { readonly kind: 'next'; readonly job: number }
  | { readonly kind: 'stop'; readonly job: number };

/**
 * From the worker: one answer to each `next` (that it does not know the job is one, too), notes at any time,
 * and, while an answer is awaited, a sign of life every two seconds.
 */
export type FromWorker =
  | { readonly kind: 'frame'; readonly job: number; readonly frame: unknown }
  | { readonly kind: 'done'; readonly job: number }
  | ({ readonly kind: 'failed'; readonly job: number } & Failure)
  | { readonly kind: 'unknown'; readonly job: number }
  | { readonly kind: 'note'; readonly job: number; readonly note: Note }
  | { readonly kind: 'alive' };

/** What a worker uses of its global scope. */
export interface WorkerScope {
  readonly name: string;
  readonly location: { readonly origin: string };
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}
