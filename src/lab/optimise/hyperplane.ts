import type { BallId } from '../ball.ts';
import type { Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';

/** The balls in which the way to a hyperplane is known. */
export type HyperplaneBall = Extract<BallId, 'linf' | 'l2' | 'l1'>;

/** Of each number of a step: what one unit of it gains, how fast it goes, and how far it may go. */
interface Ways {
  readonly gains: Float64Array;
  readonly speeds: Float64Array;
  readonly room: Float64Array;
}

/**
 * The scale at which steps of min(scale × speed, room) gain as much as wanted: what they gain grows ever more
 * slowly, so Newton's method comes from below and ends on the right piece; Infinity where the room is too
 * small.
 */
const scaleOf = ({ gains, speeds, room }: Ways, wanted: number): number => {
  for (let scale = 0; ;) {
    let gained = 0;
    let slope = 0;
    for (let i = 0; i < gains.length; i++) {
      const gain = gains[i];
      const speed = speeds[i];
      const most = room[i];
      if (scale * speed < most) {
        slope += gain * speed;
        gained += gain * scale * speed;
      } else gained += gain * most;
    }
    // What rounding leaves over is no reason to go on with slopes that are next to nothing.
    if (gained >= wanted * (1 - 1e-12)) return scale;
    if (slope === 0) return Infinity;
    scale += (wanted - gained) / slope;
  }
};

/** L1: the numbers that gain most one after the other, each as far as it may. */
const greedy = ({ gains, room }: Ways, wanted: number): Float64Array => {
  const lengths = new Float64Array(gains.length);
  let left = wanted;
  for (const i of Array.from(gains.keys()).sort((a, b) => gains[b] - gains[a])) {
    const gain = gains[i];
    const most = room[i];
    if (gain === 0) break;
    lengths[i] = Math.min(most, left / gain);
    if (left / gain <= most) break;
    left -= gain * most;
  }
  return lengths;
};

/** How far each number goes, without sign. */
const lengthsOf = (ball: HyperplaneBall, ways: Ways, wanted: number): Float64Array => {
  if (ball === 'l1') return greedy(ways, wanted);
  const scale = scaleOf(ways, wanted);
  const lengths = new Float64Array(ways.gains.length);
  for (let i = 0; i < lengths.length; i++) {
    const speed = ways.speeds[i];
    lengths[i] = speed === 0 ? 0 : Math.min(scale * speed, ways.room[i]);
  }
  return lengths;
};

/**
 * The smallest step from x, a point of the box, to the hyperplane w·step = offset that stays in the box
 * (Croce and Hein 2020, FAB, section 3.1), exact but for rounding; where the box does not reach the
 * hyperplane, the step that comes nearest to it. Zeros where w or the offset is zero.
 */
export const toHyperplane = (
  ball: HyperplaneBall,
  x: Vec,
  w: Vec,
  offset: number,
  [low, high]: Problem['box'],
): Vec => {
  const step = new Float32Array(w.length);
  if (offset === 0) return step;
  const sign = Math.sign(offset);
  const [gains, speeds, room] = [0, 0, 0].map(() => new Float64Array(w.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < w.length; i++) {
    const slope = sign * w[i];
    const at = x[i];
    gains[i] = Math.abs(slope);
    speeds[i] = ball === 'l2' ? Math.abs(slope) : slope === 0 ? 0 : 1;
    room[i] = slope > 0 ? high - at : at - low;
  }
  const lengths = lengthsOf(ball, { gains, speeds, room }, Math.abs(offset));
  for (let i = 0; i < w.length; i++) {
    step[i] = sign * Math.sign(w[i]) * lengths[i] + 0;
  }
  return step;
};
