import type { Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';
import { between } from './signal.ts';

/**
 * The sound in a room at random, from dry to tiled: four echoes that feed themselves, in parallel (Schroeder
 * 1962).
 */
export const reverberate = (signal: Vec, random: Random): Vec => {
  const share = between(random, 0, 0.35);
  const feedback = between(random, 0.3, 0.75);
  const size = between(random, 0.7, 1.4);
  const out = signal.slice();
  for (const milliseconds of [29.7, 37.1, 41.1, 43.7]) {
    const delay = Math.round(8 * milliseconds * size);
    const echo = new Float32Array(signal.length);
    for (let i = delay; i < signal.length; i++) {
      const heard = signal[i - delay] + feedback * echo[i - delay];
      echo[i] = heard;
      out[i] += (share / 2) * heard;
    }
  }
  return out;
};
