import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import type { ImageMap } from './image-map.ts';

/**
 * How a picture is moved about its middle: by numbers of its pixels, a factor, and degrees against the clock.
 */
export interface Pose {
  readonly right: number;
  readonly down: number;
  readonly scale: number;
  readonly degrees: number;
}

/** One pixel's share in another, both without their channels. */
interface Link {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

const linksOf = (height: number, width: number, { right, down, scale, degrees }: Pose): readonly Link[] => {
  const [middleY, middleX] = [(height - 1) / 2, (width - 1) / 2];
  const angle = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle) / scale, Math.sin(angle) / scale];
  const links: Link[] = [];
  for (let to = 0; to < height * width; to++) {
    const y = Math.floor(to / width) - middleY - down;
    const x = (to % width) - middleX - right;
    // Where the pixel comes from: the inverse of the pose. Rounding must not leave a pixel of share 10⁻¹⁶
    // behind.
    const fromX = Math.round((cosine * x - sine * y + middleX) * 1e9) / 1e9;
    const fromY = Math.round((sine * x + cosine * y + middleY) * 1e9) / 1e9;
    for (const row of [Math.floor(fromY), Math.floor(fromY) + 1]) {
      for (const column of [Math.floor(fromX), Math.floor(fromX) + 1]) {
        const share = (1 - Math.abs(fromY - row)) * (1 - Math.abs(fromX - column));
        const inside = row >= 0 && row < height && column >= 0 && column < width;
        if (inside && share > 0) links.push({ from: row * width + column, to, share });
      }
    }
  }
  return links;
};

/**
 * A picture (height, width, channels) in another pose: each pixel mixed of the four around where it comes
 * from, 0 outside.
 */
export const warp = ([height, width, channels]: readonly [number, number, number], pose: Pose): ImageMap => {
  const links = linksOf(height, width, pose);
  const sent = (x: Vec, back: boolean): Vec => {
    const out = new Float32Array(x.length);
    for (const { from, to, share } of links) {
      for (let channel = 0; channel < channels; channel++) {
        const target = (back ? from : to) * channels + channel;
        const source = (back ? to : from) * channels + channel;
        out[target] += share * x[source];
      }
    }
    return out;
  };
  return { draw: (x) => sent(x, false), adjoint: (gradient) => sent(gradient, true) };
};

/**
 * How far poses differ: shifts up to `jitter` pixels, factors within `scale` of 1, turns up to `degrees`
 * either way.
 */
export interface Poses {
  readonly jitter: number;
  readonly scale: number;
  readonly degrees: number;
}

/** A pose at random, each part uniform in its range. */
export const randomPose = ({ jitter, scale, degrees }: Poses, { uniform }: Random): Pose => {
  const within = (range: number): number => range * (2 * uniform() - 1);
  return { right: within(jitter), down: within(jitter), scale: 1 + within(scale), degrees: within(degrees) };
};
