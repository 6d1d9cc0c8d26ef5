import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultLatent,
  drawDigit,
  latentIndex,
  latents,
  likestShape,
  meanShapes,
  sampleLatent,
  variants,
} from '../../src/data/strokes.ts';
import { random } from '../../src/lab/random.ts';

const ways = Array.from({ length: 10 }, (_, digit) =>
  variants(digit).map((_name, variant) => ({ digit, variant })),
).flat();
const anyWay = fc.constantFrom(...ways);
const anyLatent = fc.tuple(
  ...latents.map((spec) => fc.double({ min: spec.min, max: spec.max, noNaN: true })),
);
const noShift = (latent: readonly number[]): number[] =>
  latent.map((value, i) => (i === latentIndex.shiftX || i === latentIndex.shiftY ? 0 : value));

const measure = (picture: Float32Array): { mass: number; x: number; y: number; extent: number } => {
  let [mass, x, y] = [0, 0, 0];
  const inked = { rows: new Set<number>(), columns: new Set<number>() };
  picture.forEach((value, pixel) => {
    const [row, column] = [Math.floor(pixel / 28), pixel % 28];
    mass += value;
    x += value * column;
    y += value * row;
    if (value < 0.5) return;
    inked.rows.add(row);
    inked.columns.add(column);
  });
  const span = (places: Set<number>): number => Math.max(...places) - Math.min(...places) + 1;
  return { mass, x: x / mass, y: y / mass, extent: Math.max(span(inked.rows), span(inked.columns)) };
};

const distance = (a: Float32Array, b: Float32Array): number =>
  Math.sqrt(a.reduce((total, value, i) => total + (value - (b[i] ?? 0)) ** 2, 0));

describe('a stroke digit', () => {
  it('is 28×28 numbers in 0…1, dark at the border, bright somewhere, for every latent inside its bounds', () => {
    fc.assert(
      fc.property(anyWay, anyLatent, ({ digit, variant }, latent) => {
        const picture = drawDigit(digit, variant, noShift(latent));
        expect(picture).toHaveLength(784);
        expect(Math.min(...picture)).toBe(0);
        expect(Math.max(...picture)).toBeLessThanOrEqual(1);
        expect(Math.max(...picture)).toBeGreaterThan(0.9);
      }),
    );
  });

  it('has its centre of mass where MNIST has it, in the middle of pixel 14, plus the shift', () => {
    fc.assert(
      fc.property(anyWay, anyLatent, ({ digit, variant }, latent) => {
        const { x, y } = measure(drawDigit(digit, variant, noShift(latent)));
        expect(Math.hypot(x - 14, y - 14)).toBeLessThan(0.4);
      }),
    );
    for (const { digit, variant } of ways) {
      const latent = defaultLatent();
      latent[latentIndex.shiftX] = 1.5;
      latent[latentIndex.shiftY] = -1.5;
      const { x, y } = measure(drawDigit(digit, variant, latent));
      expect(Math.abs(x - 15.5), `${digit} ${variant}`).toBeLessThan(0.1);
      expect(Math.abs(y - 12.5), `${digit} ${variant}`).toBeLessThan(0.1);
    }
  });

  it('fills a box of 20×20 pixels with its longer side', () => {
    fc.assert(
      fc.property(anyWay, anyLatent, ({ digit, variant }, latent) => {
        const { extent } = measure(drawDigit(digit, variant, noShift(latent)));
        expect(extent).toBeGreaterThanOrEqual(17);
        expect(extent).toBeLessThanOrEqual(22);
      }),
    );
  });

  it('changes little when the latent changes little, and ever less', () => {
    fc.assert(
      fc.property(
        anyWay,
        anyLatent,
        fc.integer({ min: 0, max: 2 ** 31 }),
        ({ digit, variant }, latent, seed) => {
          const { normal } = random(seed);
          const step = latents.map((spec) => normal() * (spec.max - spec.min));
          const at = (size: number): Float32Array =>
            drawDigit(
              digit,
              variant,
              latent.map((value, i) => value + size * (step[i] ?? 0)),
            );
          const start = at(0);
          expect(distance(at(1e-3), start)).toBeLessThan(0.8);
          expect(distance(at(1e-5), start)).toBeLessThan(0.008);
        },
      ),
    );
  });

  it('changes with every latent', () => {
    for (const { name, min, max } of latents) {
      for (const { digit, variant } of ways) {
        // A bare stroke has no waist, no level stroke and no corner.
        if (digit === 1 && variant === 0 && ['balance', 'sag', 'roundness'].includes(name)) continue;
        const [low, high] = [defaultLatent(), defaultLatent()];
        low[latentIndex[name]] = min;
        high[latentIndex[name]] = max;
        const change = distance(drawDigit(digit, variant, low), drawDigit(digit, variant, high));
        expect(change, `${name} of ${variants(digit)[variant]} ${digit}`).toBeGreaterThan(0.8);
      }
    }
  });

  it('is written differently in each of its ways', () => {
    for (let digit = 0; digit < 10; digit++) {
      const pictures = variants(digit).map((_, variant) => drawDigit(digit, variant, defaultLatent()));
      pictures.forEach((a, i) =>
        pictures.slice(i + 1).forEach((b) => {
          expect(distance(a, b), String(digit)).toBeGreaterThan(1);
        }),
      );
    }
  });

  it('refuses a way to write that does not exist', () => {
    expect(() => drawDigit(3, 7, defaultLatent())).toThrow(RangeError);
    expect(() => drawDigit(10, 0, defaultLatent())).toThrow(RangeError);
  });
});

describe('random stroke digits', () => {
  it('are the same for the same seed and differ for another', () => {
    const [a, b, c] = [random('a'), random('a'), random('c')].map((stream) => sampleLatent(8, stream));
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
  });

  it('stay inside the bounds, use every way to write, and spread over each latent', () => {
    for (let digit = 0; digit < 10; digit++) {
      const stream = random(digit);
      const drawn = Array.from({ length: 400 }, () => sampleLatent(digit, stream));
      expect(new Set(drawn.map((one) => one.variant)).size).toBe(variants(digit).length);
      latents.forEach(({ min, max }, i) => {
        const values = drawn.map((one) => one.latent[i] ?? NaN);
        expect(Math.min(...values)).toBeGreaterThanOrEqual(Math.fround(min));
        expect(Math.max(...values)).toBeLessThanOrEqual(Math.fround(max));
        expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan((max - min) / 3);
      });
    }
  });

  it('are likest, most of them, to the mean shape of their own digit', () => {
    const shapes = meanShapes();
    const stream = random('likest');
    const right = Array.from({ length: 100 }, (_, i) => i % 10).filter((digit) => {
      const { variant, latent } = sampleLatent(digit, stream);
      return likestShape(drawDigit(digit, variant, latent), shapes) === digit;
    });
    expect(right.length).toBeGreaterThan(60);
  });
});
