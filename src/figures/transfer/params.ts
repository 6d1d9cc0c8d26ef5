import { netWords } from '../../nets/catalogue.ts';
import type { Group, Preset } from '../kit/contract/figure.ts';
import { tableNetIds } from '../kit/words/digit-nets.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { netChoice, netOptions } from '../kit/words/nets.ts';

/** Those that an attacker follows all at once. */
export const togetherIds = ['digits-mlp', 'digits-lenet', 'digits-allconv'] as const;

/** Where pictures come from, in the order of the rows: chance, each net, and three nets at once. */
export const sourceIds = ['chance', ...tableNetIds, 'together'] as const;

/** Whom a lot of pictures was made for; 'chance' is nobody. */
export type Source = (typeof sourceIds)[number];

/** At the edge of a table. */
export const nameOf = (source: Source): string =>
  source === 'chance' ? 'chance' : source === 'together' ? 'three at once' : netWords(source).short;

/** In a sentence. */
export const saidOf = (source: Source): string =>
  source === 'chance' ? 'chance' : source === 'together' ? 'three nets at once' : netWords(source).said;

/**
 * Attacked digits or evolved pictures, how hard they are made, and the pair of nets whose examples are
 * shown.
 */
export const params = {
  made: choice({
    label: 'Pictures',
    options: { attacked: 'digits, attacked', evolved: 'fooling images, evolved' },
    default: 'attacked',
  }),
  epsilon: range({ label: 'ε per pixel', min: 0, max: 0.5, step: 0.01, default: 0.2 }),
  steps: range({ label: 'Steps', min: 1, max: 40, step: 1, default: 10 }),
  generations: range({ label: 'Generations', min: 1, max: 60, step: 1, default: 10 }),
  pictures: range({ label: 'Pictures of each kind', min: 10, max: 100, step: 10, default: 30 }),
  source: choice<Source>({
    label: 'Made for',
    options: { chance: 'none: chance', ...netOptions(tableNetIds), together: 'three nets at once' },
    default: 'digits-allconv',
  }),
  shownTo: netChoice({ label: 'Shown to', nets: tableNetIds, default: 'digits-lenet' }),
  seed: seed(),
};

/** How the pictures are made, and which of them are shown to whom. */
export type TransferState = StateOf<typeof params>;

const isAttacked = ({ made }: TransferState): boolean => made === 'attacked';

/** The rows of a state: nothing is evolved for three nets at once. */
export const sourcesOf = (state: TransferState): readonly Source[] =>
  isAttacked(state) ? sourceIds : sourceIds.filter((id) => id !== 'together');

/** An ε is asked for of attacked digits, generations of evolved ones. */
export const groups: readonly Group<TransferState>[] = [
  {
    legend: 'What fools',
    fields: [
      'made',
      { field: 'epsilon', when: isAttacked },
      { field: 'generations', when: (state) => !isAttacked(state) },
    ],
  },
  { legend: 'Examples', fields: [{ field: 'source', offers: sourcesOf }, 'shownTo'] },
  {
    legend: 'How it is tried',
    fields: ['pictures', { field: 'steps', when: isAttacked }, 'seed'],
    quiet: true,
  },
];

/** Evolved pictures, a larger ε, pictures for three nets at once, and the robust net. */
export const presets: Readonly<Record<string, Preset<TransferState>>> = {
  'fooling-images': {
    title: 'Fooling images carry over too',
    state: { made: 'evolved', pictures: 10, source: 'digits-lenet', shownTo: 'digits-allconv' },
  },
  'wider-limit': { title: 'At ε = 0.3', state: { epsilon: 0.3 } },
  'three-at-once': {
    title: 'Made for three nets at once',
    state: { source: 'together', shownTo: 'digits-noise' },
  },
  robust: { title: 'A robust net withstands them', state: { shownTo: 'digits-robust' } },
};
