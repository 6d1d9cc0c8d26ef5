import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';

/** The last round: there is no net after it. */
export const lastRound = 5;

/** After how many rounds of retraining (0 … 5) the net is, and how pictures evolve against it. */
export const params = {
  round: range({ label: 'Round', min: 0, max: lastRound, step: 1, default: 1 }),
  encoding: choice({
    label: 'How pictures are inherited',
    options: { cppn: 'as patterns (CPPN)', direct: 'pixel by pixel' },
    default: 'cppn',
  }),
  generations: range({ label: 'Generations', min: 5, max: 200, step: 5, default: 40 }),
  seed: seed(),
};

/** The round, and the evolution against its net. */
export type FoolingClassState = StateOf<typeof params>;

/** The round comes first, since it chooses the net. */
export const groups: readonly Group<FoolingClassState>[] = [
  { legend: 'Against which net', fields: ['round'] },
  { legend: 'Evolution', fields: ['encoding', 'generations'] },
  { legend: 'Chance', fields: ['seed'], quiet: true },
];

/** Before any retraining, after two rounds and after five, and pictures inherited pixel by pixel. */
export const presets: Readonly<Record<string, Preset<FoolingClassState>>> = {
  'round-0': { title: 'Before any retraining', state: { round: 0 } },
  'round-2': { title: 'Retrained twice', state: { round: 2 } },
  'round-5': { title: 'Retrained five times', state: { round: 5, generations: 80 } },
  'pixel-by-pixel': { title: 'Pixel by pixel', state: { encoding: 'direct', generations: 60 } },
};
