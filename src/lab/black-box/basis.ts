import { cosines } from '../cosines.ts';
import type { Vec } from '../oracle.ts';
import type { Shape } from './shape.ts';

/** Orthonormal directions in the space of pictures. */
export interface Basis {
  readonly count: number;
  readonly direction: (k: number) => Vec;
}

/** One direction per number of the picture. */
export const pixelBasis = ({ height, width, channels }: Shape): Basis => {
  const dimension = height * width * channels;
  return {
    count: dimension,
    direction: (k) => {
      const direction = new Float32Array(dimension);
      direction[k] = 1;
      return direction;
    },
  };
};

/** The two-dimensional cosines of each channel whose frequencies are in that lowest share of both axes. */
export const cosineBasis = ({ height, width, channels }: Shape, share: number): Basis => {
  const rows = cosines(height);
  const columns = cosines(width);
  const down = Math.ceil(share * height);
  const across = Math.ceil(share * width);
  return {
    count: down * across * channels,
    direction: (k) => {
      const channel = k % channels;
      const u = Math.floor(k / channels) % across;
      const v = Math.floor(k / channels / across);
      const direction = new Float32Array(height * width * channels);
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          direction[(y * width + x) * channels + channel] = rows[v * height + y] * columns[u * width + x];
        }
      }
      return direction;
    },
  };
};
