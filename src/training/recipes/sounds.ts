import { netWords } from '../../nets/catalogue.ts';
import { classes, conv, meanPool, sequential } from './layers.ts';
import type { Recipe } from './recipe.ts';

/** A convolution along time: a sound is a picture one pixel high. */
const along = (name: string, filters: number, window: number, stride: number, rest = {}) =>
  conv(name, filters, [1, window], { strides: [1, stride], ...rest });

/** The net that names ten kinds of sounds by their waveform. */
export const soundsRecipes: readonly Recipe[] = [
  {
    id: 'sounds-cnn',
    title: netWords('sounds-cnn').name,
    plan: { kind: 'sounds', count: 5000 },
    seed: 1,
    epochs: 24,
    batch: 50,
    rate: 3e-3,
    decay: 0.05,
    averaging: 0.995,
    // Windows of 8 ms hear formants; the mean over time does not mind when the sound begins.
    topology: sequential('sounds-cnn', [
      along('conv1', 32, 64, 4, { batch_input_shape: [null, 1, 4000, 1] }),
      along('conv2', 48, 8, 4),
      along('conv3', 64, 5, 2),
      along('conv4', 96, 5, 2),
      meanPool('mean'),
      classes('sounds', 10),
    ]),
  },
];
