import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Colour } from '../../../src/lab/evolution/colour.ts';
import type { Encoding } from '../../../src/lab/evolution/encoding.ts';
import { cppn, type Cppn } from '../../../src/lab/evolution/encodings/cppn.ts';
import { direct } from '../../../src/lab/evolution/encodings/direct.ts';
import { random } from '../../../src/lab/random.ts';
import { isReaderError } from '../../../src/lab/reader-error.ts';

const settings = { seed: 20, numRuns: 60 };
const colours: readonly Colour[] = ['grey', 'rgb', 'hsv'];
const size = 12;

/**
 * A genome after so many mutations, and how far apart its picture and the averaged picture of twice the size
 * may be.
 */
const grown = <Genome>(encoding: Encoding<Genome>, seed: number, mutations: number): Genome => {
  const r = random(seed);
  let genome = encoding.random(r);
  for (let k = 0; k < mutations; k++) genome = encoding.mutate(genome, r);
  return genome;
};
const refusal = (act: () => unknown): boolean => {
  try {
    act();
    return false;
  } catch (error) {
    return isReaderError(error);
  }
};

const suite = <Genome>(name: string, encoding: Encoding<Genome>): unknown =>
  describe(`The ${name} encoding`, () => {
    const anywhere = (law: (genome: Genome, seed: number) => void): void =>
      fc.assert(
        fc.property(fc.nat(), fc.nat(80), (seed, mutations) => law(grown(encoding, seed, mutations), seed)),
        settings,
      );

    test('draws size² pixels at any size, and the same ones each time', () =>
      anywhere((genome) => {
        for (const side of [1, 7, size]) {
          const picture = encoding.render(genome, side);
          expect(picture.length).toBe(side * side * encoding.channels);
          expect(encoding.render(genome, side)).toEqual(picture);
        }
      }));

    test('comes back from a link as the same genome with the same picture, and needs no escape there', () =>
      anywhere((genome) => {
        const text = encoding.serialise(genome);
        expect(text).toMatch(/^[\w-]+$/);
        const back = encoding.parse(text);
        expect(encoding.render(back, size)).toEqual(encoding.render(genome, size));
        expect(back).toEqual(genome);
      }));

    test('refuses text that is cut, lengthened or garbage, with a sentence for the reader', () => {
      anywhere((genome, seed) => {
        const text = encoding.serialise(genome);
        expect(refusal(() => encoding.parse(text.slice(0, seed % text.length)))).toBe(true);
        expect(refusal(() => encoding.parse(`${text}AA`))).toBe(true);
        expect(refusal(() => encoding.parse(`*${text.slice(1)}`))).toBe(true);
      });
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
          expect(refusal(() => encoding.parse(text))).toBe(true);
        }),
        settings,
      );
    });

    test('leaves the parents as they were, is plain data, and depends on the stream alone', () =>
      anywhere((genome, seed) => {
        const other = grown(encoding, seed + 1, 3);
        const before = structuredClone([genome, other]);
        const born = (): unknown => {
          const r = random(seed);
          return encoding.cross(genome, other, r).map((child) => encoding.mutate(child, r));
        };
        expect(born()).toEqual(born());
        encoding.render(genome, size).fill(7);
        expect([genome, other]).toEqual(before);
      }));
  });

for (const colour of colours) {
  suite(`direct, ${colour}`, direct({ size, colour }));
  suite(`CPPN, ${colour}`, cppn({ colour }));
}

test('each encoding refuses the genomes of all the others', () => {
  const all = colours.flatMap((colour): Encoding<unknown>[] => [
    direct({ size, colour }),
    direct({ size: 11, colour }),
    cppn({ colour }),
  ]);
  for (const from of all) {
    const text = from.serialise(from.random(random(1)));
    for (const to of all) if (to !== from) expect(refusal(() => to.parse(text))).toBe(true);
  }
});

describe('The direct encoding', () => {
  const encoding = direct({ size: 28, colour: 'grey' });

  test('mutates one gene in ten, by the variance of polynomial mutation', () => {
    const r = random('mutate');
    const parent = new Uint8Array(784).fill(128);
    let changed = 0;
    let squares = 0;
    let sum = 0;
    const rounds = 300;
    for (let k = 0; k < rounds; k++) {
      for (const gene of encoding.mutate(parent, r)) {
        if (gene !== 128) changed++;
        sum += gene - 128;
        squares += (gene - 128) ** 2;
      }
    }
    const genes = rounds * 784;
    // A shift that rounds to no level changes nothing: 1 − (1 − 1/510)^16 of them.
    const rate = 0.1 * (1 - 1 / 510) ** 16;
    expect(Math.abs(changed / genes - rate)).toBeLessThan(5 * Math.sqrt(rate / genes));
    const variance = 0.1 * ((255 ** 2 * 2) / (17 * 18) + 1 / 12);
    expect(Math.abs(squares / genes / variance - 1)).toBeLessThan(0.05);
    expect(Math.abs(sum / genes)).toBeLessThan(5 * Math.sqrt(variance / genes));
  });

  test('mutates the darkest and the brightest gene within the range', () => {
    for (const end of [0, 255]) {
      const r = random(end);
      const child = encoding.mutate(new Uint8Array(784).fill(end), r);
      const inwards = child.filter((gene) => Math.abs(gene - end) < 200 && gene !== end).length;
      // Half of the shifts lead out of the range and are brought back to its end.
      expect(inwards).toBeGreaterThan(15);
      expect(inwards).toBeLessThan(65);
      expect(child.filter((gene) => gene === end).length).toBeGreaterThan(784 - 65);
    }
  });

  test("crosses half of the pairs; their children keep the parents' sum gene by gene, but for those brought back into the range", () => {
    const r = random('cross');
    let crossed = 0;
    const rounds = 400;
    for (let k = 0; k < rounds; k++) {
      const [a, b] = [encoding.random(r), encoding.random(r)];
      const [one, other] = encoding.cross(a, b, r);
      if (one.some((gene, i) => gene !== a[i] && gene !== b[i])) crossed++;
      else expect([one, other]).toEqual([a, b]);
      one.forEach((gene, i) => {
        const mate = other[i] as number;
        if ([gene, mate].some((g) => g === 0 || g === 255)) return;
        expect(gene + mate).toBe((a[i] as number) + (b[i] as number));
      });
    }
    expect(Math.abs(crossed / rounds - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / rounds));
  });

  test('drawn at twice the size and averaged, it is the picture itself', () => {
    const genome = encoding.random(random(3));
    const [small, large] = [encoding.render(genome, 28), encoding.render(genome, 56)];
    small.forEach((level, i) => {
      const at = 112 * Math.floor(i / 28) + 2 * (i % 28);
      expect([large[at], large[at + 1], large[at + 56], large[at + 57]]).toEqual([
        level,
        level,
        level,
        level,
      ]);
    });
  });

  test('hue, saturation and value become the red, green and blue of the textbook', () => {
    const one = direct({ size: 1, colour: 'hsv' });
    const rgb = (h: number, s: number, v: number): number[] => [...one.render(Uint8Array.of(h, s, v), 1)];
    expect([rgb(0, 255, 255), rgb(128, 255, 200), rgb(64, 255, 255)]).toEqual([
      [255, 0, 0],
      [0, 200, 200],
      [128, 255, 0],
    ]);
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), fc.nat(255), (h, s, v) => {
        const levels = rgb(h, s, v);
        expect(Math.max(...levels)).toBe(v);
        expect(Math.min(...levels)).toBe(Math.round(v * (1 - s / 255)));
        if (s === 0) expect(levels).toEqual([v, v, v]);
      }),
      settings,
    );
  });
});

describe('The CPPN encoding', () => {
  const grey = cppn({ colour: 'grey' });
  /** One output, with that activation, of x, y, distance and bias by these weights. */
  const single = (activation: number, ...weights: readonly number[]): Cppn => ({
    activations: [activation],
    links: weights.map((weight, from) => ({ from, to: 4, weight })),
  });

  test.each([
    ['sine', 0, Math.sin],
    ['sigmoid', 1, (v: number) => Math.tanh(v / 2)],
    ['Gaussian', 2, (v: number) => Math.exp(-v * v)],
    ['linear', 3, (v: number) => Math.min(1, Math.max(-1, v / 3))],
  ] as const)('computes the %s of x, y, distance and bias to within a grey level', (_, activation, f) => {
    const side = 31;
    fc.assert(
      fc.property(
        fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: -32000, max: 32000 }))),
        (steps) => {
          const w = steps.map((step) => step / 3200) as [number, number, number, number];
          const picture = grey.render(single(activation, ...w), side);
          picture.forEach((level, i) => {
            const x = (2 * (i % side) + 1) / side - 1;
            const y = (2 * Math.floor(i / side) + 1) / side - 1;
            const wanted = 255 * Math.abs(f(w[0] * x + w[1] * y + w[2] * Math.hypot(x, y) + w[3]));
            expect(Math.abs(level - wanted)).toBeLessThan(0.6);
          });
        },
      ),
      { seed: 20, numRuns: 12 },
    );
  });

  test.each(colours)(
    'stays a sound graph below 2,000 characters after any number of mutations, %s',
    (colour) => {
      const encoding = cppn({ colour });
      const outputs = encoding.channels;
      const r = random('long');
      let genome = encoding.random(r);
      let largest = 0;
      for (let k = 0; k < 3000; k++) {
        genome = encoding.mutate(genome, r);
        const nodes = 4 + genome.activations.length;
        // Every link leads to a greater number, so there is no cycle.
        expect(
          genome.links.every(({ from, to }) => from < to && from < nodes - outputs && to >= 4 && to < nodes),
        ).toBe(true);
        expect(new Set(genome.links.map(({ from, to }) => 256 * from + to)).size).toBe(genome.links.length);
        expect(genome.links.every(({ weight }) => Math.abs(weight) <= 10)).toBe(true);
        largest = Math.max(largest, genome.links.length);
        if (k % 100 === 0) {
          const text = encoding.serialise(genome);
          expect(text.length).toBeLessThan(2000);
          expect(encoding.parse(text)).toEqual(genome);
        }
      }
      expect(largest).toBeGreaterThan(30);
    },
  );

  test('adds links against the old order too, where no cycle follows', () => {
    // Nodes 4 and 5 both feed the output 6 and know nothing of each other.
    const start: Cppn = {
      activations: [0, 1, 2],
      links: [
        { from: 0, to: 4, weight: 1 },
        { from: 1, to: 5, weight: 2 },
        { from: 4, to: 6, weight: 3 },
        { from: 5, to: 6, weight: 4 },
      ],
    };
    const r = random('order');
    // The sine (4, of x) hears the sigmoid (5, of y), which now comes before it.
    const turned = Array.from({ length: 2000 }, () => grey.mutate(start, r)).filter(
      ({ activations: [first, second, last, more], links }) =>
        [first, second, last, more].join() === '1,0,2,' &&
        links.some(({ from, to }) => from === 4 && to === 5),
    );
    expect(turned.length).toBeGreaterThan(0);
  });

  test('drawn at twice the size and averaged, it is nearly the picture itself, where the pattern is smooth', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const r = random(seed);
        const weights = Array.from({ length: 4 }, () => Math.round(3200 * (4 * r.uniform() - 2)) / 3200);
        const hidden: Cppn = {
          activations: [r.integer(4), r.integer(4)],
          links: [
            ...weights.map((weight, from) => ({ from, to: 4, weight })),
            { from: 4, to: 5, weight: 1.5 },
          ],
        };
        const [small, large] = [grey.render(hidden, 28), grey.render(hidden, 56)];
        const misses = small.map((level, i) => {
          const at = 112 * Math.floor(i / 28) + 2 * (i % 28);
          const sum = [at, at + 1, at + 56, at + 57].reduce((total, j) => total + (large[j] as number), 0);
          return Math.abs(level - sum / 4);
        });
        // |output| has an edge where it crosses zero; there a pixel may miss by half its slope.
        expect(misses.reduce((a, b) => a + b, 0) / misses.length).toBeLessThan(1.5);
        expect(Math.max(...misses)).toBeLessThan(24);
      }),
      { seed: 20, numRuns: 40 },
    );
  });
});
