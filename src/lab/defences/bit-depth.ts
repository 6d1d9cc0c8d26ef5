import { mapped } from '../vec.ts';
import { sigmoid } from '../softmax.ts';
import type { Preprocessing } from './preprocessing.ts';

/**
 * Numbers in 0 … 1 rounded to the nearest of 2^bits even levels: flat between the jumps, so its gradient is
 * 0.
 */
export const bitDepth = (bits: number): Preprocessing => {
  const top = 2 ** bits - 1;
  return {
    id: `bits-${bits}`,
    title: `${bits} ${bits === 1 ? 'bit' : 'bits'} a number`,
    source: 'xu2018feature',
    apply: (x) => mapped(x, (value) => Math.round(value * top) / top),
    back: (_, gradient) => new Float32Array(gradient.length),
  };
};

/**
 * A smooth stand-in for that rounding: each jump is a sigmoid, the steeper the larger `steepness` is. At 1
 * bit it is sigmoid(steepness · (x − ½)).
 */
export const smoothBitDepth = (bits: number, steepness: number): Preprocessing => {
  const top = 2 ** bits - 1;
  const jumps = Array.from({ length: top }, (_, k) => (k + 0.5) / top);
  const at = (value: number, jump: number): number => sigmoid(steepness * top * (value - jump));
  return {
    ...bitDepth(bits),
    id: `smooth-bits-${bits}`,
    apply: (x) => mapped(x, (value) => jumps.reduce((sum, jump) => sum + at(value, jump), 0) / top),
    back: (x, gradient) =>
      mapped(
        gradient,
        (g, i) =>
          g *
          jumps.reduce((sum, jump) => {
            const s = at(x[i], jump);
            return sum + steepness * s * (1 - s);
          }, 0),
      ),
  };
};
