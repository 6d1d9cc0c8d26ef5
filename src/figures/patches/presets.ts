import type { Preset } from '../kit/contract/figure.ts';
import type { PatchesState } from './params.ts';

/** States that the text speaks about. */
export const presets: Readonly<Record<string, Preset<PatchesState>>> = {
  'spotted-cactus': {
    title: 'A cactus in a leopard’s spots',
    state: { drawing: 'cactus', texture: 'leopard' },
  },
  'robust-leopard': { title: 'A leopard, a robust net', state: { net: 'emoji-robust' } },
  shuffled: { title: 'Patches shuffled', state: { test: 'shuffle', drawing: 'panda' } },
  'shuffled-robust': {
    title: 'Patches shuffled, a robust net',
    state: { test: 'shuffle', net: 'emoji-robust', drawing: 'panda' },
  },

  'shuffled-averaging': {
    title: 'Patches shuffled, a net that averages',
    state: { test: 'shuffle', net: 'emoji-cnn-b', drawing: 'panda' },
  },
};
