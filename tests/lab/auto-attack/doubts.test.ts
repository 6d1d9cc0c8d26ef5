import { describe, expect, test } from 'vitest';
import { doubtsAfter, doubtsBefore } from '../../../src/lab/doubts.ts';
import type { Oracle, Vec } from '../../../src/lab/oracle.ts';
import { differentiable } from '../../../src/lab/oracles/differentiable.ts';
import { linear } from '../../../src/lab/oracles/linear.ts';
import { random } from '../../../src/lab/random.ts';
import { softmax } from '../../../src/lab/softmax.ts';
import { predictions } from '../../../src/lab/vec.ts';
import { normals, randomLinear, twoLayers, uniforms, vec } from '../helpers.ts';

const [dimension, classes, count] = [12, 5, 20];
const x = uniforms(count * dimension, random('inputs'));
const sound = twoLayers(dimension, 10, classes, random('sound'));

const doubtsOf = async (oracle: Oracle): Promise<readonly string[]> =>
  doubtsBefore(oracle, x, predictions(await oracle.logits(x), oracle.classes));

/** The network with something done to its logits; its gradients are what they were. */
const altered = (by: (logits: Vec) => Vec): Oracle => ({
  ...sound,
  logits: async (inputs) => by(await sound.logits(inputs)),
});

describe('Before an evaluation', () => {
  test('nothing is said against a network that answers in logits, the same every time, and has gradients', async () => {
    expect(await doubtsOf(sound)).toEqual([]);
    expect(await doubtsOf(randomLinear(dimension, classes, random('linear')))).toEqual([]);
  });

  test('random answers are noticed, and rounding is not', async () => {
    const stream = random('noise');
    const noisy = (scale: number): Oracle =>
      altered((logits) => logits.map((value) => value + scale * stream.normal()));
    expect(await doubtsOf(noisy(0.1))).toEqual([
      expect.stringMatching(
        /^Asked twice, the network answers differently about (all 20|\d+ of 20) pictures: its answers are random/,
      ),
    ]);
    expect(await doubtsOf(noisy(1e-7))).toEqual([]);
  });

  test('probabilities in the place of logits are noticed; logits that only lie between 0 and 1 are none', async () => {
    expect(await doubtsOf(altered((logits) => softmax(logits, classes)))).toEqual([
      expect.stringMatching(/^The network’s answers are probabilities/),
    ]);
    expect(await doubtsOf(altered((logits) => softmax(logits, classes).map((p) => p / 2)))).toEqual([]);
  });

  test('answers that are the same for every class are noticed, and the gradients they lack', async () => {
    const still = linear({ weights: new Float32Array(dimension * classes), bias: vec(1, 1, 1, 1, 1) });
    expect(await doubtsOf(still)).toEqual([
      expect.stringMatching(/^About all 20 pictures the network gives every class the same value/),
      expect.stringMatching(/^The gradient is zero for all 20 pictures/),
    ]);
  });

  test('gradients that are zero are noticed where one picture in ten has none', async () => {
    const shattered = (rows: number): Oracle =>
      differentiable({
        ...sound,
        pullback: async (inputs, weigh) => {
          const back = await sound.pullback(inputs, weigh);
          return { ...back, gradient: back.gradient.map((value, i) => (i < rows * dimension ? 0 : value)) };
        },
      });
    expect(await doubtsOf(shattered(2))).toEqual([
      'The gradient is zero for 2 of 20 pictures: attacks that follow gradients are blind there.',
    ]);
    expect(await doubtsOf(shattered(1))).toEqual([]);
  });

  test('a cross-entropy too sure for 32 bits is noticed, one that is next to it is not', async () => {
    const surer = (by: number): Oracle =>
      linear({ weights: normals(dimension * classes, random('sure')), bias: vec(by, 0, 0, 0, 0) });
    expect(await doubtsOf(surer(150))).toEqual([
      expect.stringMatching(/^The gradient of the cross-entropy is zero for all 20 pictures/),
    ]);
    expect(await doubtsOf(surer(40))).toEqual([]);
  });

  test('fewer classes than the ratio of logits compares are noticed', async () => {
    expect(await doubtsOf(randomLinear(dimension, 3, random('three')))).toEqual([
      expect.stringMatching(/^The network has 3 classes, and the ratio of logits/),
    ]);
    expect(await doubtsOf(randomLinear(dimension, 4, random('four')))).toEqual([]);
  });
});

describe('After an evaluation', () => {
  const by = (square: number, pgd: number) =>
    Array.from({ length: 1000 }, (_, i) =>
      i < square ? 'square' : i < square + pgd ? 'apgd-ce' : undefined,
    );

  test('it is noticed when questions found what gradients had not, in more than two of a thousand', () => {
    expect(doubtsAfter(by(3, 100), ['square'])).toEqual([
      expect.stringMatching(/^An attack that sees no gradients fooled the network about 3 of 1000 pictures/),
    ]);
    expect(doubtsAfter(by(2, 100), ['square'])).toEqual([]);
    expect(doubtsAfter(by(0, 1000), ['square'])).toEqual([]);
  });
});
