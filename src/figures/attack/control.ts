import type { Ball } from '../../lab/ball.ts';
import { unitBox } from '../../lab/box.ts';
import { toEightBits } from '../../lab/eight-bits.ts';
import type { Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';
import { clip, mapped, numberAt, subtract } from '../../lab/vec.ts';

/**
 * The picture in 8 bits after a random nudge of the same size as the attack's: what box and rounding take
 * from a random direction is made up by going further along it.
 */
export const randomNudge = (x0: Vec, ball: Ball, size: number, stream: Random): Vec => {
  if (size === 0) return x0;
  // A count has no length to go along: the sample itself has the size.
  if (ball.grain > 0) {
    const sample = ball.sampleOfSize(x0.length, size, stream);
    // Where there is no room on one side, there is on the other.
    const moved = mapped(x0, (value, i) => {
      const by = numberAt(sample, i);
      const there = value + by;
      return there < 0 || there > 1 ? value - by : there;
    });
    return toEightBits(clip(moved, unitBox), unitBox);
  }
  const direction = ball.sampleOfSize(x0.length, 1, stream);
  const along = (length: number): Vec =>
    toEightBits(
      clip(
        mapped(x0, (value, i) => value + length * numberAt(direction, i)),
        unitBox,
      ),
      unitBox,
    );
  // Smaller than rounding: a size that is reached but for the last bit is reached.
  const reached = (picture: Vec): boolean => ball.size(subtract(picture, x0)) >= size - 1e-6;
  let low = 0;
  let high = size;
  while (!reached(along(high)) && high < 8 * size) [low, high] = [high, 2 * high];
  if (low === 0) return along(high);
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (reached(along(middle))) high = middle;
    else low = middle;
  }
  return along(high);
};
