import { thingNames } from '../../data/emoji/things.ts';
import { netWords } from '../../nets/catalogue.ts';
import { classes, conv, flatten, hidden, meanPool, pool, sequential, type Declared } from './layers.ts';
import type { Recipe } from './recipe.ts';

/** What the first layer of a net for emoji declares. */
const emoji: Declared = { batch_input_shape: [null, 64, 64, 3] };

const things = thingNames.length;

const halving = { strides: [2, 2], padding: 'same' };

/** Pools, and a hidden layer that knows places: what it sees of a thing is finer than what strides leave. */
const pooled = (id: string) =>
  sequential(id, [
    conv('conv1', 16, 5, { ...halving, ...emoji }),
    pool('pool1'),
    conv('conv2', 32, 3, { padding: 'same' }),
    pool('pool2'),
    conv('conv3', 64, 3, { padding: 'same' }),
    pool('pool3'),
    flatten(),
    hidden('hidden', 128),
    classes('things', things),
  ]);

/** What the nets for emoji have in common unless they say otherwise. */
const common = {
  plan: { kind: 'emoji', count: 11_200 },
  seed: 1,
  batch: 32,
  rate: 2e-3,
  decay: 0.1,
  averaging: 0.998,
} as const;

/** The nets that tell 32 things apart: two plain ones and one that was trained on attacks. */
export const emojiRecipes: readonly Recipe[] = [
  {
    ...common,
    id: 'emoji-cnn',
    title: netWords('emoji-cnn').name,
    seed: 2,
    epochs: 18,
    rate: 1.5e-3,
    topology: pooled('emoji-cnn'),
  },
  {
    ...common,
    id: 'emoji-cnn-b',
    title: netWords('emoji-cnn-b').name,
    epochs: 12,
    // Strides in place of pools, a mean over the picture in place of a hidden layer: as little like emoji-cnn
    // as will do.
    topology: sequential('emoji-cnn-b', [
      conv('conv1', 24, 6, { strides: [3, 3], ...emoji }),
      conv('conv2', 48, 3, halving),
      conv('conv3', 80, 3, halving),
      conv('conv4', 128, 3),
      meanPool('mean'),
      classes('things', things),
    ]),
  },
  {
    ...common,
    id: 'emoji-robust',
    title: netWords('emoji-robust').name,
    seed: 3,
    // What is recognised without an attacker need not be learned under attack, where every step costs twice
    // as much.
    from: 'emoji-cnn',
    epochs: 12,
    rate: 1.5e-3,
    decay: 0,
    averaging: 0.995,
    adversary: { ball: 'l2', radius: 2, steps: 2, stride: 0.7, warmUp: 0.2 },
    topology: pooled('emoji-robust'),
  },
];
