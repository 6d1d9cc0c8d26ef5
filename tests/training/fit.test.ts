import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { distort, type Distortion } from '../../src/data/distort.ts';
import type { Digits } from '../../src/data/mnist.ts';
import { random } from '../../src/lab/random.ts';
import { logSoftmax } from '../../src/lab/softmax.ts';
import { inner, row } from '../../src/lab/vec.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { trainable } from '../../src/nets/training.ts';
import { adamW, noMoments } from '../../src/lab/optimise/adam-w.ts';
import { dropCheckpoint, loadCheckpoint, saveCheckpoint } from '../../src/training/checkpoint.ts';
import { begin, fitEpoch } from '../../src/training/fit.ts';
import { penalised } from '../../src/training/penalty.ts';
import { digitsTask } from '../../src/training/tasks/digits.ts';
import type { Recipe } from '../../src/training/recipes/index.ts';

const none: Distortion = { shift: 0, rotation: 0, scale: 0, shear: 0, wobble: 0, thickness: 0, grain: 0 };
const much: Distortion = {
  shift: 2,
  rotation: 12,
  scale: 0.1,
  shear: 0.2,
  wobble: 1,
  thickness: 0.5,
  grain: 0.2,
};

/** Made-up digits: class k is a bar across row 2k + 4, on noisy paper. */
const bars: Digits = (() => {
  const stream = random('bars');
  const labels = Uint8Array.from({ length: 64 }, (_, i) => i % 10);
  const images = Uint8Array.from({ length: 64 * 784 }, (_, i) => {
    const row = Math.floor((i % 784) / 28);
    return row === 2 * (labels[Math.floor(i / 784)] ?? 0) + 4 ? 255 : stream.integer(60);
  });
  return { images, labels, count: 64 };
})();

const recipe: Recipe = {
  id: 'test-bars',
  title: 'Bars',
  seed: 5,
  epochs: 3,
  batch: 16,
  rate: 3e-3,
  decay: 0.1,
  averaging: 0.9,
  plan: { kind: 'digits', distortion: { ...none, grain: 0.1 } },
  topology: {
    model_config: {
      class_name: 'Sequential',
      config: {
        name: 'bars',
        layers: [
          {
            class_name: 'Conv2D',
            config: {
              name: 'c',
              filters: 4,
              kernel_size: [5, 5],
              activation: 'relu',
              batch_input_shape: [null, 28, 28, 1],
            },
          },
          { class_name: 'MaxPooling2D', config: { name: 'p' } },
          { class_name: 'Flatten', config: { name: 'f' } },
          { class_name: 'Dense', config: { name: 'd', units: 10, activation: 'softmax' } },
        ],
      },
    },
  },
};

const task = digitsTask({ kind: 'digits', distortion: { ...none, grain: 0.1 } }, bars, bars);

beforeAll(async () => {
  await chooseBackend('wasm');
});

describe('A training', () => {
  it('is a pure function of recipe and data, learns, and continues from a checkpoint as if it had not stopped', async () => {
    const net = trainable(recipe.topology);
    const losses: number[] = [];
    const epoch = (at: Awaited<ReturnType<typeof fitEpoch>>) =>
      fitEpoch(recipe, net, task, at, ({ loss }) => losses.push(loss));
    const first = await epoch(begin(recipe, net));
    const through = await epoch(await epoch(first));

    await saveCheckpoint(recipe, ['data'], first);
    const restored = await loadCheckpoint(recipe, ['data'], begin(recipe, net));
    expect(restored).toEqual(first);
    expect(await loadCheckpoint(recipe, ['other data'], first)).toBeUndefined();
    expect(await loadCheckpoint({ ...recipe, seed: 6 }, ['data'], first)).toBeUndefined();
    const resumed = await epoch(await epoch(restored ?? first));
    await dropCheckpoint(recipe, ['data']);
    expect(await loadCheckpoint(recipe, ['data'], first)).toBeUndefined();

    expect(resumed).toEqual(through);
    const mean = (part: readonly number[]): number => part.reduce((a, b) => a + b, 0) / part.length;
    expect(mean(losses.slice(8, 12))).toBeLessThan(0.9 * mean(losses.slice(0, 4)));
  });

  it('begins at random weights of its seed, or at those of another net, which it leaves as they are', async () => {
    const net = trainable(recipe.topology);
    const other = begin({ ...recipe, seed: 6 }, net).weights;
    const before = other.map((w) => w.slice());
    const at = begin(recipe, net, other);
    expect(at.weights).toEqual(other);
    expect(at.mean).toEqual(other);
    expect(begin(recipe, net).weights).not.toEqual(other);
    await fitEpoch(recipe, net, task, at, () => undefined);
    expect(other).toEqual(before);
  });
});

describe('A net that is to say the same of nudged pictures (TRADES)', () => {
  const net = trainable(recipe.topology);
  const { weights } = begin(recipe, net);
  const stream = random('agreement');
  const batch = (size: number) => Float32Array.from({ length: 4 * 784 }, () => size * stream.uniform());
  const [x, nudged] = [batch(1), batch(1)];
  const labels = Int32Array.of(3, 1, 4, 1);
  const beta = 2;

  /** Cross-entropy at x + β·KL(p(x) ‖ p(nudged)), from the net's logits in 64 bits. */
  const lossAt = async (at: readonly Float32Array<ArrayBuffer>[]): Promise<number> => {
    const [here, there] = [await net.logits(at, x), await net.logits(at, nudged)];
    let sum = 0;
    for (const [i, label] of labels.entries()) {
      const [p, q] = [logSoftmax(row(here, i, 10)), logSoftmax(row(there, i, 10))];
      sum -= p[label] ?? NaN;
      p.forEach((value, k) => (sum += beta * Math.exp(value) * (value - (q[k] ?? NaN))));
    }
    return sum / labels.length;
  };

  it('has the loss that its paper writes, and that loss’s gradient', async () => {
    const { loss, gradients } = await net.gradients(weights, x, labels, { nudged, beta });
    expect(loss).toBeCloseTo(await lossAt(weights), 4);
    const along = weights.map((w) => w.map(() => stream.normal()));
    const moved = (by: number) =>
      weights.map((w, k) => w.map((value, i) => value + by * (along[k]?.[i] ?? 0)));
    const step = 1e-4;
    const slope = ((await lossAt(moved(step))) - (await lossAt(moved(-step)))) / (2 * step);
    const expected = gradients.reduce((sum, g, k) => sum + inner(g, along[k] ?? g), 0);
    expect(slope / expected).toBeCloseTo(1, 2);
  });

  it('learns as without it where nothing is nudged', async () => {
    const plain = await net.gradients(weights, x, labels);
    const agreed = await net.gradients(weights, x, labels, { nudged: x, beta });
    expect(agreed.loss).toBeCloseTo(plain.loss, 5);
    agreed.gradients.forEach((g, k) =>
      g.forEach((value, i) => expect(value).toBeCloseTo(plain.gradients[k]?.[i] ?? NaN, 5)),
    );
  });
});

describe('A penalty', () => {
  const penalty = [0.3, 0.02];

  it('adds half of λ times the sum of squares of each kernel to the loss, and its derivative to the gradient', () => {
    const net = trainable(recipe.topology);
    const { weights } = begin(recipe, net);
    const plain = { loss: 1, gradients: weights.map((w) => new Float32Array(w.length).fill(0.5)) };
    const lossAt = (k: number, by: number): number => {
      const moved = weights.map((w, at) => w.map((value, i) => (at === k && i === 0 ? value + by : value)));
      return penalised(plain, moved, net.shapes, penalty).loss;
    };
    const { loss, gradients } = penalised(plain, weights, net.shapes, penalty);
    expect(loss).toBeGreaterThan(1);
    net.shapes.forEach((_, k) => {
      const slope = (lossAt(k, 0.01) - lossAt(k, -0.01)) / 0.02;
      expect((gradients[k]?.[0] ?? NaN) - 0.5).toBeCloseTo(slope, 4);
    });
    // Biases are free.
    expect(gradients[1]).toEqual(plain.gradients[1]);
    expect(() => penalised(plain, weights, net.shapes, [0.3])).toThrow('There are 2 kernels');
  });

  it('makes a training shorten its kernels, the same way every time', async () => {
    const net = trainable(recipe.topology);
    const trained = async (changed: Partial<Recipe>): Promise<readonly Float32Array[]> => {
      const chosen = { ...recipe, decay: 0, ...changed };
      return (await fitEpoch(chosen, net, task, begin(chosen, net), () => undefined)).weights;
    };
    const size = (weights: readonly Float32Array[]): number =>
      weights.flatMap((w) => [...w]).reduce((sum, value) => sum + value * value, 0);
    const [free, once, again] = [await trained({}), await trained({ penalty }), await trained({ penalty })];
    expect(again).toEqual(once);
    expect(size(once)).toBeLessThan(size(free));
  });
});

describe('Adam', () => {
  it('moves every weight by the rate against its gradient on the first step, and shrinks it by the decay', () =>
    fc.assert(
      fc.property(
        fc.float({ min: Math.fround(1e-3), max: 1e3, noNaN: true }),
        fc.boolean(),
        (size, negative) => {
          const weights = [Float32Array.of(2)];
          adamW(weights, [Float32Array.of(negative ? -size : size)], noMoments(weights), 1, 0.01, 0.5);
          expect(weights[0]?.[0]).toBeCloseTo(2 * (1 - 0.005) + (negative ? 0.01 : -0.01), 5);
        },
      ),
    ));
});

describe('A distorted digit', () => {
  const picture = Float32Array.from({ length: 784 }, (_, i) => ((i * 37) % 101) / 100);

  it('is the digit itself where nothing may be distorted', () => {
    distort(picture, none, random(1)).forEach((value, i) => expect(value).toBeCloseTo(picture[i] ?? NaN, 5));
  });

  it('stays a picture, depends on the seed alone, and leaves the original as it was', () =>
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const before = picture.slice();
        const one = distort(picture, much, random(seed));
        expect(one.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(distort(picture, much, random(seed))).toEqual(one);
        expect(distort(picture, much, random(seed + 1))).not.toEqual(one);
        expect(picture).toEqual(before);
      }),
      { numRuns: 20 },
    ));

  it('keeps its ink, no further off than the shift, where it is only moved', () => {
    // With a shift of at most s, the ink's centre of mass moves by at most s in each direction.
    const dot = new Float32Array(784);
    dot[14 * 28 + 14] = 1;
    for (let seed = 0; seed < 20; seed++) {
      const moved = distort(dot, { ...none, shift: 2 }, random(seed));
      const sum = moved.reduce((a, b) => a + b, 0);
      const row = moved.reduce((a, v, i) => a + v * Math.floor(i / 28), 0) / sum;
      const column = moved.reduce((a, v, i) => a + v * (i % 28), 0) / sum;
      expect(sum).toBeCloseTo(1, 4);
      expect(Math.max(Math.abs(row - 14), Math.abs(column - 14))).toBeLessThanOrEqual(2 + 1e-4);
    }
  });
});
