import * as tf from '@tensorflow/tfjs-core';
import { readerError } from '../lab/reader-error.ts';
import type { BackendId, Candidate } from './backend/candidate.ts';
import { candidates as all } from './backend/candidates.ts';
import { selfTestError, tolerance } from './backend/self-test.ts';

export type { BackendId, Candidate } from './backend/candidate.ts';

/** What one candidate came to; `reason` says why it was passed over. */
export interface Trial {
  readonly id: BackendId;
  readonly ok: boolean;
  readonly reason?: string;
}

/** The backend in use, and what was tried before it. */
export interface Backend extends Pick<Candidate, 'id' | 'title' | 'patience'> {
  readonly tried: readonly Trial[];
}

/**
 * Milliseconds after which a backend that has neither started nor failed is passed over; a slow download
 * fits.
 */
const startLimit = 60_000;

const within = async (limit: number, work: Promise<void>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not start within ${limit / 1000} seconds`)), limit);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const attempt = async ({ id, start }: Candidate, limit: number): Promise<Trial> => {
  try {
    await within(limit, start());
    const error = await selfTestError();
    if (error < tolerance) return { id, ok: true };
    return { id, ok: false, reason: `its numbers are wrong by ${(100 * error).toPrecision(2)} %` };
  } catch (error) {
    const reason =
      error instanceof Error ? error.message : String((error as { message?: unknown }).message ?? error);
    return { id, ok: false, reason };
  }
};

/** Hears which backend is tried now. */
type OnTry = (candidate: Candidate) => void;

/**
 * The first backend that starts here and passes the numerical self-test, now in use. `only` asks for one
 * of them; `candidates` are those of this device unless given; `limit` is the patience with each, in
 * milliseconds. A reader error where none will do.
 */
export const findBackend = async (
  options: {
    readonly only?: BackendId | undefined;
    readonly candidates?: readonly Candidate[];
    readonly limit?: number;
    readonly onTry?: OnTry | undefined;
  } = {},
): Promise<Backend> => {
  // Development mode counts tensors after every kernel and prints advice to the console.
  tf.enableProdMode();
  const { only, candidates = all() } = options;
  const tried: Trial[] = [];
  for (const candidate of candidates.filter(({ id }) => only === undefined || id === only)) {
    options.onTry?.(candidate);
    const trial = await attempt(candidate, options.limit ?? startLimit);
    tried.push(trial);
    const { id, title, patience } = candidate;
    if (trial.ok) return { id, title, tried, ...(patience !== undefined && { patience }) };
  }
  const reasons = tried.map(({ id, reason }) => `${id}: ${reason ?? ''}`).join('; ');
  throw readerError(
    only === undefined
      ? `This browser cannot run the networks (${reasons}). What the page shows was computed beforehand.`
      : `The backend ${only} cannot be used here (${reasons || 'it is unknown'}). Choose another one.`,
  );
};

// TensorFlow.js has one backend in use per worker; so has this module.
let current: { readonly backend: Promise<Backend>; id?: BackendId | undefined } | undefined;

/**
 * The backend of this worker, found on the first call and kept; naming another one than is in use looks
 * for that one. A failure is not kept: the next call tries again. `onTry` hears what is tried, where anything
 * is.
 */
export const chooseBackend = (only?: BackendId, onTry?: OnTry): Promise<Backend> => {
  if (current && (only === undefined || only === current.id)) return current.backend;
  const started: NonNullable<typeof current> = { backend: findBackend({ only, onTry }), id: only };
  current = started;
  started.backend.then(
    ({ id }) => (started.id = id),
    () => (current = current === started ? undefined : current),
  );
  return started.backend;
};
