import { describe, expect, it } from 'vitest';
import { drawDigit, jacobian, latents, sampleLatent } from '../../src/data/strokes.ts';
import { type Random, random } from '../../src/lab/random.ts';

const norm = (a: Float64Array): number => Math.hypot(...a);

interface Place {
  readonly digit: number;
  readonly variant: number;
  readonly latent: Float32Array;
  readonly slopes: Float32Array;
}

const somewhere = (digit: number, stream: Random): Place => {
  const { variant, latent } = sampleLatent(digit, stream);
  return { digit, variant, latent, slopes: jacobian(digit, variant, latent) };
};

/** Pixels' central difference along a direction of the latent space, and the Jacobian's answer for it. */
const compare = (
  { digit, variant, latent, slopes }: Place,
  direction: readonly number[],
): { difference: Float64Array; exact: Float64Array } => {
  const size = 1e-3;
  const at = (sign: number): Float32Array =>
    drawDigit(
      digit,
      variant,
      Float64Array.from(direction, (d, j) => (latent[j] ?? 0) + sign * size * d),
    );
  const [above, below] = [at(1), at(-1)];
  const k = latents.length;
  return {
    difference: Float64Array.from(above, (value, i) => (value - (below[i] ?? 0)) / (2 * size)),
    exact: Float64Array.from(above, (_, i) =>
      direction.reduce((sum, d, j) => sum + d * (slopes[i * k + j] ?? 0), 0),
    ),
  };
};

const relativeError = ({ difference, exact }: { difference: Float64Array; exact: Float64Array }): number =>
  norm(difference.map((value, i) => value - (exact[i] ?? 0))) / norm(difference);

describe('the Jacobian of a stroke digit', () => {
  it('agrees with central differences in each latent to 2 % of the change', () => {
    const stream = random('jacobian');
    for (let i = 0; i < 60; i++) {
      const place = somewhere(i % 10, stream);
      latents.forEach(({ name, min, max }, j) => {
        const direction = latents.map((_, other) => (other === j ? (max - min) / 2 : 0));
        const pair = compare(place, direction);
        // What a latent hardly moves has no relative error worth the name.
        const slack = 0.02 * Math.max(norm(pair.difference), 0.2);
        const error = norm(pair.difference.map((value, p) => value - (pair.exact[p] ?? 0)));
        expect(error, `${name} of ${place.digit}`).toBeLessThan(slack);
      });
    }
  });

  it('agrees with central differences in random directions to 1 %, half of them to 0.1 %', () => {
    const stream = random('directions');
    const errors = Array.from({ length: 200 }, (_, i) => {
      const place = somewhere(i % 10, stream);
      return relativeError(
        compare(
          place,
          latents.map((spec) => (stream.normal() * (spec.max - spec.min)) / 8),
        ),
      );
    }).sort((a, b) => a - b);
    expect(errors.at(-1)).toBeLessThan(0.01);
    expect(errors[100]).toBeLessThan(0.001);
  });

  it('moves with the picture when the picture is shifted by a whole pixel', () => {
    const stream = random('shift');
    const { variant, latent } = sampleLatent(5, stream);
    const shift = latents.findIndex((spec) => spec.name === 'shiftX');
    const moved = Float32Array.from(latent);
    moved[shift] = (latent[shift] ?? 0) + 1;
    const [here, there] = [jacobian(5, variant, latent), jacobian(5, variant, moved)];
    const k = latents.length;
    for (let pixel = 0; pixel < 783; pixel++) {
      if (pixel % 28 === 27) continue;
      expect(there[(pixel + 1) * k + shift]).toBeCloseTo(here[pixel * k + shift] ?? NaN, 3);
    }
  });
});
