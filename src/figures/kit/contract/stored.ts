import { z } from 'zod';
import { readerError } from '../../../lab/reader-error.ts';

/** One published state of a figure as computed in Node, in content/results/figures/<slug>.json. */
const storedState = z.strictObject({
  title: z.string(),
  /** The state in link form. */
  link: z.string(),
  sentence: z.string(),
  outcome: z.record(z.string(), z.number()),
});

const storedFigure = z.strictObject({
  figure: z.string(),
  version: z.number().int().positive(),
  /** By name: '' for the published state, then the presets. */
  states: z.record(z.string(), storedState),
});

/**
 * Their last frames as `encodeFrame` writes them, by name, in content/results/frames/<slug>.json: apart, so
 * that a number that changes can be read in a diff.
 */
const storedFrames = z.record(z.string(), z.string());

/** One published state with its sentence, outcome and last frame. */
export type StoredState = z.infer<typeof storedState> & { readonly frame: string };

/** All published states of a figure, and the version they were computed for. */
export interface StoredFigure extends Omit<z.infer<typeof storedFigure>, 'states'> {
  readonly states: Readonly<Record<string, StoredState>>;
}

/** The two files of a stored figure as data: what is read line by line, and the frames. */
export interface StoredFiles {
  readonly outcomes: unknown;
  readonly frames: unknown;
}

/** Reads a stored figure; throws a sentence that says which command makes it anew. */
export const parseStored = (slug: string, { outcomes, frames }: StoredFiles): StoredFigure => {
  const figure = storedFigure.safeParse(outcomes);
  const own = storedFrames.safeParse(frames);
  const states = Object.entries(figure.data?.states ?? {}).flatMap(([name, state]) => {
    const frame = own.data?.[name];
    return frame === undefined ? [] : [[name, { ...state, frame }] as const];
  });
  if (figure.success && states.length === Object.keys(figure.data.states).length)
    return { ...figure.data, states: Object.fromEntries(states) };
  throw readerError(
    `What is stored of ${slug} in content/results is not whole; run “npm run outcomes -- ${slug}” to compute it.`,
    { cause: figure.error ?? own.error },
  );
};

/** A stored figure as its two files hold it. */
export const storedFiles = ({ states, ...rest }: StoredFigure): StoredFiles => {
  const named = Object.entries(states);
  return {
    outcomes: {
      ...rest,
      states: Object.fromEntries(
        named.map(([name, { title, link, sentence, outcome }]) => [name, { title, link, sentence, outcome }]),
      ),
    },
    frames: Object.fromEntries(named.map(([name, { frame }]) => [name, frame])),
  };
};
