import type { Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';
import { type LatentName, latents } from './latents.ts';

/** A digit as a point of the manifold: the way it is written and the latent vector. */
export interface LatentDigit {
  readonly variant: number;
  readonly latent: Vec;
}

type Spread = readonly [mean: number, deviation: number];
type Habit = Readonly<Partial<Record<LatentName, Spread>>>;

/** How people write any digit. */
const common: Readonly<Record<LatentName, Spread>> = {
  slant: [10, 13],
  rotation: [0, 7],
  width: [1.15, 0.23],
  balance: [0.15, 0.5],
  bow: [0.05, 0.45],
  sag: [0.05, 0.5],
  loop: [0, 0.6],
  reach: [0, 0.6],
  opening: [0, 0.6],
  roundness: [0.35, 0.25],
  thickness: [2.35, 0.65],
  pressure: [0.03, 0.14],
  shiftX: [0, 0.35],
  shiftY: [0, 0.35],
};

/** How often each way to write a digit is chosen, and where its hand differs from the common one. */
const habits: readonly { readonly weights: readonly number[]; readonly habit: Habit }[] = [
  {
    weights: [0.55, 0.45],
    habit: { balance: [0.45, 0.4], bow: [0.25, 0.35], loop: [-0.15, 0.35], width: [1.2, 0.22] },
  },
  {
    weights: [0.6, 0.22, 0.18],
    habit: {
      bow: [0, 0.3],
      width: [1, 0.13],
      rotation: [-1.5, 4],
      loop: [-0.2, 0.45],
      opening: [0.15, 0.45],
    },
  },
  { weights: [0.6, 0.4], habit: { opening: [-0.3, 0.5] } },
  { weights: [0.75, 0.25], habit: { sag: [0.2, 0.5] } },
  { weights: [0.7, 0.3], habit: { loop: [-0.2, 0.5], pressure: [-0.1, 0.15] } },
  { weights: [0.6, 0.4], habit: { width: [1.25, 0.2] } },
  {
    weights: [0.65, 0.35],
    habit: { rotation: [-4, 6], loop: [-0.3, 0.4], bow: [0.3, 0.4], width: [1.25, 0.2] },
  },
  { weights: [0.5, 0.25, 0.25], habit: { bow: [0.25, 0.35], opening: [0.2, 0.4] } },
  { weights: [0.7, 0.3], habit: { loop: [-0.3, 0.5] } },
  { weights: [0.6, 0.4], habit: { loop: [0, 0.45], reach: [-0.2, 0.5] } },
];

const choose = (weights: readonly number[], random: Random): number => {
  let left = random.uniform() * weights.reduce((total, weight) => total + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return Math.max(0, found);
};

/**
 * A plausible handwritten digit at random: a variant, and each latent normal around its habit, inside its
 * bounds.
 */
export const sampleLatent = (digit: number, random: Random): LatentDigit => {
  const own = habits[digit];
  if (own === undefined) throw new RangeError(`There is no digit ${digit}.`);
  const variant = choose(own.weights, random);
  const draw = (name: LatentName, min: number, max: number): number => {
    const [mean, deviation] = own.habit[name] ?? common[name];
    for (;;) {
      const value = mean + deviation * random.normal();
      if (value >= min && value <= max) return value;
    }
  };
  return { variant, latent: Float32Array.from(latents, (spec) => draw(spec.name, spec.min, spec.max)) };
};
