import { digitSize } from '../../data/digit.ts';

/** A picture that an attack made, in 8 bits, and what the net says of it. */
export interface Found {
  readonly picture: Uint8Array;
  readonly says: number;
  /** Its probability of what it says, and of the digit. */
  readonly sure: number;
  readonly digit: number;
  /** Length (L2) of the change. */
  readonly length: number;
}

/** A free attack with its two parts, then attacks in the tangent plane and on the manifold. */
export interface TangentNormalFrame {
  /**
   * 0 before the attacks, then the number of steps made: first of the free attack, then of the two confined
   * ones.
   */
  readonly step: number;
  readonly label: number;
  /** Directions of the manifold at the digit. */
  readonly rank: number;
  readonly start: Found;
  readonly anywhere: Found;
  readonly tangent: Found;
  readonly latent: Found;
  /** The free attack's perturbation and its two parts, in shares of a pixel's range. */
  readonly nudge: Float32Array;
  readonly along: Float32Array;
  readonly across: Float32Array;
  /** The digit with only one of the parts added. */
  readonly withAlong: Found;
  readonly withAcross: Found;
  /** Along the manifold, of the squared length: of the perturbation, and of random directions. */
  readonly share: number;
  readonly random: readonly number[];
  /** How far the attack on the manifold moved each latent, in shares of its range. */
  readonly moved: readonly number[];
}

/** Numbers in a picture. */
export const dimension = digitSize;

/** Mean and standard error of the random directions' shares. */
export const randomShare = ({
  random,
}: TangentNormalFrame): { readonly mean: number; readonly error: number } => {
  const mean = random.reduce((a, b) => a + b, 0) / random.length;
  const variance = random.reduce((a, b) => a + (b - mean) ** 2, 0) / (random.length - 1);
  return { mean, error: Math.sqrt(variance / random.length) };
};
