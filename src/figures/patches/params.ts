import { textures } from '../../data/drawings/drawings.ts';
import type { Group } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { netChoice } from '../kit/words/nets.ts';
import { drawing } from '../kit/words/subjects.ts';

const worn = {
  leopard: 'a leopard’s spots',
  tiger: 'a tiger’s stripes',
  pineapple: 'a pineapple’s skin',
  strawberry: 'a strawberry’s seeds',
  keyboard: 'a keyboard’s keys',
} as const;

/** Shape against surface, on a drawing dressed in a texture, or patches in random order, so many times. */
export const params = {
  test: choice({
    label: 'Test',
    options: { spots: 'shape against surface', shuffle: 'patches shuffled' },
    default: 'spots',
  }),
  net: netChoice({ nets: ['emoji-cnn', 'emoji-cnn-b', 'emoji-robust'], default: 'emoji-cnn' }),
  drawing: drawing('Drawing', 'leopard'),
  texture: choice({ label: 'Dressed in', options: worn, default: 'strawberry' }),
  shuffles: range({ label: 'Shuffles', min: 5, max: 40, step: 5, default: 10 }),
  seed: seed(),
};

/** The test, the net, and the drawing that is shown. */
export type PatchesState = StateOf<typeof params>;

/** Whether patches are shuffled; else shapes are dressed in textures. */
export const isShuffle = ({ test }: PatchesState): boolean => test === 'shuffle';
const isSpots = (state: PatchesState): boolean => !isShuffle(state);

/** What a texture is called: 'a leopard’s spots'. */
export const wornName = ({ texture }: PatchesState): string => worn[texture];

/** One step is a shuffle of every drawing, or every drawing in one texture. */
export const stepsOf = (state: PatchesState): number => (isShuffle(state) ? state.shuffles : textures.length);

/** A texture is asked for by one test, shuffles and their seed by the other. */
export const groups: readonly Group<PatchesState>[] = [
  { legend: 'What is tested', fields: ['test', 'net'] },
  {
    legend: 'On which picture',
    fields: [
      'drawing',
      { field: 'texture', when: isSpots },
      { field: 'shuffles', when: isShuffle },
      { field: 'seed', when: isShuffle },
    ],
  },
];
