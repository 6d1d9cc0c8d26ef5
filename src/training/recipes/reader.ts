import type { ReaderTopology } from '../../nets/reader/topology.ts';
import { netWords } from '../../nets/catalogue.ts';
import type { Schedule } from '../epoch.ts';

/** Everything that decides what a reader will be, besides the grammar of its passages. */
export interface ReaderRecipe extends Schedule {
  readonly title: string;
  /** Exercises in an epoch, every one of them new. */
  readonly count: number;
  /**
   * Share of an exercise's words, drawn anew for each, that the net sees only the shape of: so it learns to
   * do without.
   */
  readonly strange: number;
  readonly topology: ReaderTopology;
}

const readers: readonly ReaderRecipe[] = [
  {
    id: 'reader',
    title: netWords('reader').name,
    count: 1600,
    strange: 0.1,
    seed: 1,
    epochs: 28,
    batch: 32,
    rate: 3e-3,
    decay: 0.02,
    averaging: 0.98,
    topology: {
      class_name: 'Reader',
      config: { rows: 4096, embedding: 32, hidden: 48, dilations: [1, 2, 4, 8] },
    },
  },
];

/** The recipe of that reader, or undefined. */
export const readerRecipeOf = (id: string): ReaderRecipe | undefined =>
  readers.find((recipe) => recipe.id === id);

/** The ids of all readers that can be trained here. */
export const readerIds: readonly string[] = readers.map(({ id }) => id);
