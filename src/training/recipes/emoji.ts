import { thingNames } from '../../data/emoji/things.ts';
import { classes, conv, flatten, hidden, meanPool, pool, sequential } from './layers.ts';
import type { Recipe } from './recipe.ts';

/** What the first layer of a net for emoji declares. */
const emoji = { batch_input_shape: [null, 64, 64, 3] as [null, ...number[]] };

const things = thingNames.length;

const halving = { strides: [2, 2], padding: 'same' };

/** What the nets for emoji have in common unless they say otherwise. */
const common = { seed: 1, batch: 64, decay: 0.1, averaging: 0.998 };

export const emojiRecipes: readonly Recipe[] = [
  {
    ...common,
    id: 'emoji-cnn',
    title: 'Convolutional net on emoji',
    plan: { kind: 'emoji', count: 22_400 },
    epochs: 24,
    rate: 2e-3,
    // Strides in place of pools and a mean over the picture at the end: cheap enough to be attacked on a phone.
    topology: sequential('emoji-cnn', [
      conv('conv1', 16, 5, { ...halving, ...emoji }),
      conv('conv2', 32, 3, halving),
      conv('conv3', 64, 3, halving),
      conv('conv4', 96, 3),
      conv('conv5', 128, 3),
      meanPool('mean'),
      classes('things', things),
    ]),
  },
  {
    ...common,
    id: 'emoji-cnn-b',
    title: 'Convolutional net on emoji, of another architecture',
    plan: { kind: 'emoji', count: 22_400 },
    seed: 2,
    epochs: 24,
    rate: 1e-3,
    // Large windows first, pools between, a hidden layer that knows places: as little like emoji-cnn as will do.
    topology: sequential('emoji-cnn-b', [
      conv('conv1', 24, 7, { ...halving, ...emoji }),
      pool('pool1'),
      conv('conv2', 48, 5, { padding: 'same' }),
      pool('pool2'),
      conv('conv3', 64, 3, { padding: 'same' }),
      pool('pool3'),
      flatten(),
      hidden('hidden', 128),
      classes('things', things),
    ]),
  },
];
