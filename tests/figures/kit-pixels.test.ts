import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bare, BeliefBars } from '../../src/figures/kit/drawing/belief-bars.tsx';
import { Pixels } from '../../src/figures/kit/drawing/pixels.tsx';
import { png, pngDataUri } from '../../src/figures/kit/drawing/png.ts';
import { changeOf, signedPicture, signedPixels } from '../../src/figures/kit/drawing/signed.ts';
import { topClasses } from '../../src/figures/kit/words/top-classes.ts';
import { Drawn, fitted } from '../../src/figures/kit/drawing/layout/piece.tsx';
import { limitLine, triptych } from '../../src/figures/kit/drawing/layout/triptych.tsx';

const picture = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
    grey: fc.boolean(),
  })
  .chain(({ width, height, grey }) => {
    const channels = grey ? (1 as const) : (3 as const);
    const length = width * height * channels;
    return fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      channels: fc.constant(channels),
      pixels: fc.uint8Array({ minLength: length, maxLength: length }),
    });
  });

describe('a picture as PNG', () => {
  it('is read back, pixel for pixel, by another decoder', async () => {
    await fc.assert(
      fc.asyncProperty(picture, async ({ width, height, channels, pixels }) => {
        const decoded = sharp(png(pixels, width, height, channels));
        const { format } = await decoded.metadata();
        const raw = await (channels === 1 ? decoded.toColourspace('b-w') : decoded).raw().toBuffer();
        expect(format).toBe('png');
        expect([...raw]).toEqual([...pixels]);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses pixels that do not fill its width and height', () => {
    expect(() => png(new Uint8Array(5), 2, 2, 1)).toThrow(RangeError);
    expect(() => png(new Uint8Array(0), 0, 0, 1)).toThrow(RangeError);
  });

  it('stands in a drawing as an address of its own, enlarged without smoothing', () => {
    const pixels = Uint8Array.of(0, 85, 170, 255);
    const drawn = render(h(Pixels, { pixels, width: 2, height: 2, x: 0, y: 0, size: 10 }));
    expect(drawn).toContain(pngDataUri(pixels, 2, 2, 1));
    expect(drawn).toContain('image-rendering: pixelated');
  });
});

const changes = fc.float32Array({ min: -1, max: 1, noNaN: true, minLength: 1, maxLength: 50 });

describe('a signed perturbation in colours', () => {
  it('is mid-grey where nothing changes, and only there warm or cold by its sign', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(1, 2, 8), (perturbation, magnification) => {
        const pixels = signedPixels(perturbation, magnification);
        perturbation.forEach((value, i) => {
          const [red = 0, , blue = 0] = pixels.subarray(3 * i, 3 * i + 3);
          if (value === 0) expect([...pixels.subarray(3 * i, 3 * i + 3)]).toEqual([128, 128, 128]);
          if (value * magnification > 0.01) expect(red).toBeGreaterThan(blue);
          if (value * magnification < -0.01) expect(blue).toBeGreaterThan(red);
        });
      }),
    );
  });

  it('is the paler the smaller it is, up to full colour at one over the magnification', () => {
    const strength = (value: number): number => {
      const [red = 0, , blue = 0] = signedPixels(Float32Array.of(value), 2);
      return Math.abs(red - blue);
    };
    for (const sign of [-1, 1]) {
      const strengths = [0, 0.05, 0.2, 0.35, 0.5].map((value) => strength(sign * value));
      expect(strengths.every((value, i) => i === 0 || value > (strengths[i - 1] ?? 0))).toBe(true);
      expect(strength(sign)).toBe(strengths.at(-1));
    }
  });
});

describe('the bars of beliefs', () => {
  const probabilities = fc.array(
    fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 1000 }).map((n) => n * 1e-18),
    ),
    { minLength: 10, maxLength: 10 },
  );

  it('print the answer’s probability, and draw without NaN whatever the net believes', () => {
    fc.assert(
      fc.property(probabilities, probabilities, (before, after) => {
        const drawn = render(
          h(BeliefBars, { x: 494, y: 20, width: 226, before, after, truth: 7, pitch: 17, size: 13 }),
        );
        expect(drawn).not.toContain('NaN');
        expect(drawn).not.toMatch(/width="-/);
      }),
    );
  });

  it('have as many decimals in all rows, two at most, and no 99.99 that might be more', () => {
    const bars = (p: number): string => {
      const after = [p, 1 - p, 0, 0, 0, 0, 0, 0, 0, 0];
      return render(h(BeliefBars, { x: 0, y: 20, width: 226, before: after, after, pitch: 17, size: 13 }));
    };
    expect(bars(0.9998)).toContain('>99.98<');
    for (const p of [0.99998, 0.999998]) expect(bars(p)).toMatch(/>(>|&gt;)\u00a099\.99</);
    expect(bare(1e-6)).toBe('<\u00a00.001');
    for (const p of [1 - 1.2e-5, 1 - 9e-6, 1 - 1e-5, 1]) expect(bare(p)).toBe('>\u00a099.99');
  });

  it('print what was believed before beside what is believed now', () => {
    const before = [0.9, 0.1, 0, 0, 0, 0, 0, 0, 0, 0];
    const after = [0.2, 0.8, 0, 0, 0, 0, 0, 0, 0, 0];
    const drawn = render(h(BeliefBars, { x: 0, y: 20, width: 226, before, after, pitch: 17, size: 13 }));
    expect([...drawn.matchAll(/>(\d\d\.\d)</g)].map(([, text]) => text)).toEqual([
      '90.0',
      '20.0',
      '10.0',
      '80.0',
    ]);
  });

  it('mark the class that is wanted by a triangle on its row, and say so, only where one is', () => {
    const after = [0, 0, 0, 0, 0, 0, 0, 1, 0, 0];
    const bars = (target: number | undefined): string =>
      render(h(BeliefBars, { x: 0, y: 0, width: 226, before: after, after, target, pitch: 17, size: 13 }));
    expect(bars(undefined)).not.toContain('target');
    expect(bars(3)).toContain('target');
    expect(bars(3)).toContain(`M0 ${8 + 3.5 * 17 - 5.5}V`);
  });

  it('mark truth and belief by shape, both on one row where they agree', () => {
    const after = [0, 0, 0, 0, 0, 0, 0, 1, 0, 0];
    const drawn = render(
      h(BeliefBars, { x: 0, y: 0, width: 226, before: after, after, truth: 7, pitch: 17, size: 13 }),
    );
    const ring = /<circle cx="5" cy="([\d.]+)" r="4.5" fill="none"/.exec(drawn);
    const dot = /<circle cx="5" cy="([\d.]+)" r="2.75"/.exec(drawn);
    expect(ring?.[1]).toBeDefined();
    expect(dot?.[1]).toBe(ring?.[1]);
  });

  it('show the classes that are asked for, by name, and cut names for which there is no room', () => {
    const after = Array.from({ length: 1000 }, (_, i) => (i === 931 ? 1 : 0));
    const names = after.map((_, i) =>
      i === 4 ? 'a name that is far too long for its column' : `thing ${i}`,
    );
    const rows = topClasses([after], [4, 2], 5);
    const drawn = render(
      h(BeliefBars, {
        x: 0,
        y: 20,
        width: 300,
        before: after,
        after,
        names,
        rows,
        nameRoom: 8,
        pitch: 17,
        size: 13,
      }),
    );
    expect(rows.slice(0, 3)).toEqual([4, 2, 931]);
    expect(rows).toHaveLength(5);
    expect(drawn).toContain('>thing 931<');
    expect(drawn).not.toContain('>thing 930<');
    expect(drawn).toContain('>a name that is…<');
  });
});

describe('the triptych', () => {
  it('takes pictures of any size, grey or in colour', () => {
    for (const channels of [1, 3]) {
      const from = new Uint8Array(4 * 6 * channels).fill(100);
      const to = from.map((value, i) => value + (i % 3));
      const piece = triptych({
        from,
        to,
        shape: [4, 6],
        magnification: 8,
        most: 61,
        heads: ['picture', 'nudge', 'seen'],
        captions: [[], [limitLine('ε = 8')], []],
      });
      const drawn = render(h(Drawn, { laid: fitted(piece, 340) }));
      expect(drawn).toContain(pngDataUri(to, 6, 4, channels === 1 ? 1 : 3));
      expect(drawn).toContain('height="40"');
      expect(drawn).not.toContain('NaN');
    }
  });

  it('shows what changed in a coloured picture channel by channel around mid-grey', () => {
    const change = changeOf(Uint8Array.of(10, 20, 30), Uint8Array.of(10, 15, 38));
    expect([...signedPicture(change, 3, 255 / 10)]).toEqual([128, 192, 26]);
    expect([...signedPicture(change, 1, 1)]).toEqual([...signedPixels(change, 1)]);
  });
});
