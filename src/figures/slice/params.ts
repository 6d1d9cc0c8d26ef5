import { digitNetIds } from '../kit/words/digit-nets.ts';
import { netChoice } from '../kit/words/nets.ts';
import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { digitOptions } from '../kit/words/digit-options.ts';

/**
 * A digit and the plane through it, how far the map goes (L2), the circle drawn on it, and the place that is
 * looked at.
 */
export const params = {
  digit: choice({ label: 'Digit', options: digitOptions, default: '5' }),
  net: netChoice({ nets: digitNetIds, default: 'digits-lenet' }),
  plane: choice({
    label: 'To the right, and up',
    options: {
      'attack-random': 'an attack, and a random way',
      'random-random': 'two random ways',
      'attack-attack': 'an attack, and one to a chosen digit',
      'digit-attack': 'to another digit, and an attack',
    },
    default: 'attack-random',
  }),
  target: choice({ label: 'Chosen digit', options: digitOptions, default: '0' }),
  extent: range({ label: 'Half the width, L2', min: 1, max: 16, step: 1, default: 6 }),
  radius: range({ label: 'Circle of ε, L2', min: 0, max: 6, step: 0.1, default: 1.5 }),
  detail: choice({
    label: 'Places a side',
    options: { coarse: '21', fine: '41', finest: '81' },
    default: 'fine',
  }),
  seed: seed(),
  across: range({ label: 'Place across, of half the width', min: -1, max: 1, step: 0.05, default: 0.5 }),
  up: range({ label: 'Place up, of half the height', min: -1, max: 1, step: 0.05, default: 0 }),
};

/** The picture, the plane through it, and where on it one looks. */
export type SliceState = StateOf<typeof params>;

const cellsOf = { coarse: 21, fine: 41, finest: 81 } as const;

/** Places a side of the map, an odd number, so that the picture stands on one of them. */
export const sideOf = ({ detail }: SliceState): number => cellsOf[detail];

/** The column (from the left) and row (from the bottom) of the chosen place. */
export const chosenCell = (state: SliceState): readonly [column: number, row: number] => {
  const last = sideOf(state) - 1;
  return [Math.round(((state.across + 1) / 2) * last), Math.round(((state.up + 1) / 2) * last)];
};

/** How far a column or row of places lies from the picture, in L2. */
export const distanceOf = (state: SliceState, index: number): number =>
  state.extent * ((2 * index) / (sideOf(state) - 1) - 1);

const aims = ({ plane }: SliceState): boolean => plane === 'attack-attack' || plane === 'digit-attack';

/** The digit that the plane leads to, never the one it starts from. */
export const targetOf = ({ target, digit }: SliceState): number =>
  target === digit ? (Number(digit) + 1) % 10 : Number(target);

/** A digit to lead to is asked for only by planes that lead to one. */
export const groups: readonly Group<SliceState>[] = [
  { legend: 'The picture', fields: ['digit', 'net'] },
  {
    legend: 'The plane through it',
    fields: [
      'plane',
      {
        field: 'target',
        when: aims,
        offers: ({ digit }) => Object.keys(digitOptions).filter((word) => word !== digit),
      },
      'extent',
      'radius',
    ],
  },
  { legend: 'The place that is shown', fields: ['across', 'up'] },
  { legend: 'How it is drawn', fields: ['detail', 'seed'], quiet: true },
];

/** Two random ways, two other nets, two attacks, and the way to another digit. */
export const presets: Readonly<Record<string, Preset<SliceState>>> = {
  'random-ways': { title: 'Two random ways', state: { plane: 'random-random' } },
  robust: { title: 'A net trained on attacks', state: { net: 'digits-robust' } },
  softmax: { title: 'A net of one layer', state: { net: 'digits-softmax' } },
  'two-attacks': {
    title: 'Two attacks',
    state: { plane: 'attack-attack', target: '0', extent: 5, across: 0, up: 0.8 },
  },
  'another-digit': {
    title: 'On the way to another digit',
    state: { plane: 'digit-attack', target: '2', extent: 12, across: 0.5 },
  },
};
