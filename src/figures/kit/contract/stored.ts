import { z } from 'zod';
import { readerError } from '../../../lab/reader-error.ts';

/**
 * One published state of a figure as computed in Node: content/results/figures/<slug>.json holds one per
 * state.
 */
const storedState = z.strictObject({
  title: z.string(),
  /** The state in link form. */
  link: z.string(),
  sentence: z.string(),
  outcome: z.record(z.string(), z.number()),
  /** The last frame, as `encodeFrame` writes it. */
  frame: z.string(),
});

const storedFigure = z.strictObject({
  figure: z.string(),
  version: z.number().int().positive(),
  /** By name: '' for the published state, then the presets. */
  states: z.record(z.string(), storedState),
});

/** One published state with its sentence, outcome and last frame. */
export type StoredState = z.infer<typeof storedState>;

/** All published states of a figure, and the version they were computed for. */
export type StoredFigure = z.infer<typeof storedFigure>;

/** Reads a stored figure; throws a sentence that says which command makes it anew. */
export const parseStored = (slug: string, data: unknown): StoredFigure => {
  const result = storedFigure.safeParse(data);
  if (result.success) return result.data;
  throw readerError(
    `content/results/figures/${slug}.json is not a stored outcome; run “npm run outcomes -- ${slug}” to compute it.`,
    { cause: result.error },
  );
};
