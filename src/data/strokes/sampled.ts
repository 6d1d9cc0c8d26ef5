import { unitBox } from '../../lab/box.ts';
import { toEightBits } from '../../lab/eight-bits.ts';
import type { Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';
import { joined } from '../../lab/vec.ts';
import { drawDigit } from './draw.ts';
import { sampleLatent } from './sample.ts';

/** Pictures in a row, 784 numbers in 0 … 1 each, at 8-bit levels, and what a person would call them. */
export interface SampledDigits {
  readonly x: Vec;
  readonly labels: Int32Array<ArrayBuffer>;
}

/** `count` plausible digits of our pen, 0 to 9 in turn; the i-th is drawn from `random.fork(i)` alone. */
export const sampledDigits = (count: number, random: Random): SampledDigits => {
  const labels = Int32Array.from({ length: count }, (_, i) => i % 10);
  const pictures = Array.from(labels, (digit, i) => {
    const { variant, latent } = sampleLatent(digit, random.fork(i));
    return toEightBits(drawDigit(digit, variant, latent), unitBox);
  });
  return { x: joined(pictures), labels };
};
