import { describe, expect, test } from 'vitest';
import type { Shape } from '../../../src/lab/black-box/shape.ts';
import { random } from '../../../src/lab/random.ts';
import { crossEntropy } from '../../../src/lab/softmax.ts';
import { convolutionalNet } from '../../../src/lab/substitute/convolutional.ts';
import { passed, smallOracle, type SmallNet } from '../../../src/lab/substitute/small-net.ts';
import { trained } from '../../../src/lab/substitute/train.ts';
import { normals, uniforms } from '../helpers.ts';

const classes = 3;
const rows = 4;
const shapes: readonly (readonly [string, Shape, readonly number[]])[] = [
  ['grey pictures', { height: 14, width: 14, channels: 1 }, [3, 5]],
  ['pictures in colour, higher than wide', { height: 9, width: 7, channels: 3 }, [4]],
  ['numbers in a line', { height: 1, width: 30, channels: 1 }, [4, 6]],
];
const sizeOf = ({ height, width, channels }: Shape): number => height * width * channels;
const once = { epochs: 1, batch: rows, rate: 1, momentum: 0 };

describe.each(shapes)('a convolutional net for %s', (_, shape, filters) => {
  const net = convolutionalNet(shape, filters, classes, random('net'));
  const x = uniforms(rows * sizeOf(shape), random('x'));
  const labels = Int32Array.from({ length: rows }, (_row, i) => i % classes);

  test('fits together from the picture to the classes', () => {
    expect(net[0]?.inputs).toBe(sizeOf(shape));
    net.slice(1).forEach(({ inputs }, k) => expect(inputs).toBe(net[k]?.outputs));
    expect(net.at(-1)?.outputs).toBe(classes);
  });

  test('has the gradient at the picture that finite differences give', async () => {
    const direction = normals(x.length, random('direction'));
    const weights = normals(rows * classes, random('weights'));
    const at = async (t: number): Promise<number> => {
      const logits = await smallOracle(net).logits(x.map((value, i) => value + t * (direction[i] ?? 0)));
      return logits.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
    };
    const { gradient } = await smallOracle(net).pullback(x, () => weights);
    const slope = gradient.reduce((sum, value, i) => sum + value * (direction[i] ?? 0), 0);
    const h = 2e-4;
    const measured = ((await at(h)) - (await at(-h))) / (2 * h);
    expect(Math.abs(slope - measured)).toBeLessThan(0.02 * Math.abs(measured) + 0.01);
    expect(Math.abs(measured)).toBeGreaterThan(0.1);
  });

  test('learns along the gradient that finite differences give', async () => {
    const after = trained(net, { x, labels }, once, random(1));
    const lossOf = async (changed: SmallNet): Promise<number> =>
      crossEntropy(await smallOracle(changed).logits(x), labels, classes).reduce((a, b) => a + b, 0) / rows;
    for (const [k, layer] of net.entries()) {
      for (const part of ['weights', 'bias'] as const) {
        const own = layer[part];
        if (own.length === 0) continue;
        const step = own.map((value, i) => (after[k]?.[part][i] ?? 0) - value);
        const along = (t: number): SmallNet =>
          net.with(k, { ...layer, [part]: own.map((value, i) => value + t * (step[i] ?? 0)) });
        const length = step.reduce((sum, value) => sum + value * value, 0);
        // A step is minus the gradient: along it the loss falls by its square.
        const h = 2e-3 / Math.sqrt(length);
        const measured = ((await lossOf(along(h))) - (await lossOf(along(-h)))) / (2 * h);
        expect(Math.abs(measured + length)).toBeLessThan(0.03 * length);
        expect(length).toBeGreaterThan(0);
      }
    }
  });

  test('learns its few examples, and the same from the same chance', () => {
    const learn = (): SmallNet =>
      trained(net, { x, labels }, { epochs: 60, batch: 2, rate: 0.02, momentum: 0.9 }, random(2));
    const after = learn();
    const size = sizeOf(shape);
    labels.forEach((label, i) => {
      const { logits } = passed(after, x.subarray(i * size, (i + 1) * size));
      expect(logits.indexOf(Math.max(...logits))).toBe(label);
    });
    expect(learn()).toEqual(after);
  });
});

test('a filter sees all channels of five rows and columns, a pool two by two of one channel', () => {
  const shape = { height: 8, width: 6, channels: 2 };
  const [seen, kept] = convolutionalNet(shape, [3], classes, random('net'));
  if (seen?.kind !== 'convolution' || kept?.kind !== 'pool') throw new RangeError('Other layers.');
  const x = uniforms(sizeOf(shape), random('x'));
  const between = (top: number, left: number, filter: number): number => {
    let sum = seen.bias[filter] ?? 0;
    for (let y = 0; y < 5; y++)
      for (let i = 0; i < 5; i++)
        for (let c = 0; c < 2; c++)
          sum +=
            (x[((top + y) * 6 + left + i) * 2 + c] ?? NaN) *
            (seen.weights[filter * 50 + (y * 5 + i) * 2 + c] ?? NaN);
    return Math.max(0, sum);
  };
  const { into } = passed([seen, kept], x);
  const { logits } = passed([seen, kept], x);
  expect(into[1]).toHaveLength(4 * 2 * 3);
  expect(into[1]?.[(3 * 2 + 1) * 3 + 2]).toBeCloseTo(between(3, 1, 2), 5);
  for (const row of [0, 1])
    for (const filter of [0, 1, 2]) {
      const four = [0, 1, 2, 3].map((k) => between(2 * row + (k >> 1), k & 1, filter));
      expect(logits[row * 3 + filter]).toBeCloseTo(Math.max(...four), 5);
    }
});
