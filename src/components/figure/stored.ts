import type { AnyFigure } from '../../figures/kit/contract/figure.ts';
import type { Published } from '../../figures/kit/contract/published.ts';
import { parseStored, type StoredFigure, type StoredState } from '../../figures/kit/contract/stored.ts';

type Files = Readonly<Record<string, () => Promise<{ default: unknown }>>>;

const outcomes: Files = import.meta.glob<{ default: unknown }>('/content/results/figures/*.json');
const frames: Files = import.meta.glob<{ default: unknown }>('/content/results/frames/*.json');

const read = async (files: Files, file: string): Promise<unknown> => (await files[file]?.())?.default;

/**
 * The stored outcomes of a figure; fails the build, with the command to run, where they are missing or old.
 */
export const storedFigure = async (figure: AnyFigure): Promise<StoredFigure> => {
  const { slug } = figure;
  const stored = parseStored(slug, {
    outcomes: await read(outcomes, `/content/results/figures/${slug}.json`),
    frames: await read(frames, `/content/results/frames/${slug}.json`),
  });
  if (stored.version !== figure.version)
    throw new Error(
      `The outcomes of ${figure.slug} are of version ${stored.version}; run “npm run outcomes -- ${figure.slug}”.`,
    );
  return stored;
};

/** One of its states by name, '' for the published one. */
export const storedState = (stored: StoredFigure, name: string): StoredState => {
  const state = stored.states[name];
  if (state === undefined)
    throw new Error(
      `${stored.figure} has no stored state “${name}”; run “npm run outcomes -- ${stored.figure}”.`,
    );
  return state;
};

/** What the live figure needs of all of them. */
export const publishedList = (stored: StoredFigure): readonly Published[] =>
  Object.entries(stored.states).map(([name, { title, link, outcome }]) => ({ name, title, link, outcome }));
