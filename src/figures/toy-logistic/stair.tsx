import { fixed } from '../kit/format.ts';
import { decimalsOf, stepText } from './words.ts';
import type { Frame } from './figure.ts';
import type { Geometry, Scale } from './geometry.ts';
import { Arrow, Label, Line, px, tone } from './marks.tsx';

interface Props {
  readonly step: number;
  readonly frame: Frame;
  readonly scale: Scale;
  readonly geometry: Geometry;
}

/** Rows lower than this leave no room for a number each. */
const numberedPitch = 16;
/** The widest that a letter is on average at 13 px. */
const letter = 6.1;

/** The smallest step that would do, under the place where the line is reached; kept inside the axis. */
const Reach = ({ step, frame, scale, geometry }: Props) => {
  const { smallest, before } = frame;
  const [left, right] = geometry.axis;
  if (before === 0 && smallest !== null) return null;
  const verb = smallest !== null && smallest <= step ? 'reaches' : 'would reach';
  const text = smallest === null ? 'no step reaches the line' : `a step of ${stepText(smallest)} ${verb} the line`;
  const zero = scale(0);
  const width = text.length * letter;
  const onLeft = zero - left > right - zero;
  const end = onLeft ? Math.max(zero - 6, left + width) : Math.min(zero + 6, right - width);
  return (
    <Label x={end} y={geometry.total + 20} anchor={onLeft ? 'end' : 'start'} fill="var(--quiet)" halo>
      {text}
    </Label>
  );
};

/** The running sum, one stair per nudge; below the stairs the whole way as one arrow, with the smallest step that would do. */
export const Stair = ({ step, frame, scale, geometry }: Props) => {
  const { stair, total, axis, sides } = geometry;
  const { sums, before, sum, nudged } = frame;
  const zero = scale(0);
  // The numbers stand on the side away from the line between the classes; the scale keeps room for them.
  const column = zero - axis[0] > axis[1] - zero ? 'left' : 'right';
  const digits = decimalsOf(sums, 2);
  return (
    <g>
      <Label
        x={column === 'left' ? axis[0] : axis[1]}
        y={sides}
        anchor={column === 'left' ? 'start' : 'end'}
        fill="var(--quiet)"
      >
        running sum
      </Label>
      {sums.slice(1).map((value, i) => {
        const y = stair.top + stair.pitch * (i + 0.5);
        const start = sums[i] ?? before;
        const done = i < nudged;
        const stroke = done ? 'var(--ink)' : 'var(--quiet)';
        return (
          <g key={i}>
            {i > 0 && <Line from={[scale(start), y - stair.pitch]} to={[scale(start), y]} stroke={stroke} />}
            <Line from={[scale(start), y]} to={[scale(value), y]} stroke={stroke} width={done ? 3 : 1} />
            {stair.pitch > numberedPitch && done && (
              <Label x={column === 'left' ? axis[0] + 38 : axis[1]} y={y + 4.6} anchor="end" fill={tone(value)}>
                {fixed(value, digits)}
              </Label>
            )}
          </g>
        );
      })}
      <Arrow from={scale(before)} to={scale(sum)} y={total} width={3} stroke={tone(sum - before)} />
      {before * sum < 0 && (
        <circle cx={px(zero)} cy={px(total)} r={3.5} fill="var(--paper)" stroke="var(--ink)" stroke-width={1.5} />
      )}
      <Reach step={step} frame={frame} scale={scale} geometry={geometry} />
    </g>
  );
};
