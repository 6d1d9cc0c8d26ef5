import { decimal } from '../kit/format.ts';
import type { Frame } from './figure.ts';
import type { Geometry, Scale } from './geometry.ts';
import { Arrow, Label, Line, tone } from './marks.tsx';
import { stepText } from './words.ts';

interface Props {
  readonly step: number;
  readonly frame: Frame;
  readonly scale: Scale;
  readonly geometry: Geometry;
  /** Whether there is room for the running sums. */
  readonly numbered: boolean;
}

/** The running sum, one stair per nudge, from the sum of x to the sum of nudged x; below them the whole way as one arrow. */
export const Stair = ({ step, frame, scale, geometry, numbered }: Props) => {
  const { stair, total, axis } = geometry;
  const { sums, before, after, sum, nudged, smallest } = frame;
  const side = after < before ? -1 : 1;
  const reach =
    smallest === null || before === 0
      ? null
      : `a step of ${stepText(smallest)} ${smallest <= step ? 'reaches' : 'would reach'} the line`;
  // The words stand where the line leaves more room.
  const left = scale(0) - axis[0] > axis[1] - scale(0);
  return (
    <g>
      {sums.slice(1).map((value, i) => {
        const y = stair.top + stair.pitch * (i + 0.5);
        const start = sums[i] ?? before;
        const done = i < nudged;
        const stroke = done ? 'var(--ink)' : 'var(--rule)';
        return (
          <g key={i}>
            {i > 0 && <Line from={[scale(start), y - stair.pitch]} to={[scale(start), y]} stroke={stroke} />}
            <Line from={[scale(start), y]} to={[scale(value), y]} stroke={stroke} width={3} />
            {numbered && done && (
              <Label
                x={scale(value) + 7 * side}
                y={y + 4.6}
                anchor={side > 0 ? 'start' : 'end'}
                fill="var(--quiet)"
                halo
              >
                {decimal(value)}
              </Label>
            )}
          </g>
        );
      })}
      <Arrow from={scale(before)} to={scale(sum)} y={total} width={3} stroke={tone(sum - before)} />
      {reach !== null && (
        <Label x={scale(0) + (left ? -6 : 6)} y={total + 20} anchor={left ? 'end' : 'start'} fill="var(--quiet)" halo>
          {reach}
        </Label>
      )}
    </g>
  );
};
