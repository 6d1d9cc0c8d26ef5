import { fixed } from '../kit/words/format.ts';
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

/** The smallest step that would do, beside the arrow of the whole way. */
const Reach = ({ step, frame, geometry }: Omit<Props, 'scale'>) => {
  const { smallest, before, nudged, sums } = frame;
  const { x, y, anchor } = geometry.reach;
  if (before === 0 && smallest !== null) return null;
  const verb =
    smallest !== null && smallest <= step && nudged === sums.length - 1 ? 'reaches' : 'would reach';
  return (
    <Label x={x} y={y} anchor={anchor} fill="var(--quiet)">
      {smallest === null ? 'no nudge moves the sum' : `a step of ${stepText(smallest)} ${verb} the line`}
    </Label>
  );
};

/** The untouched sum, from which the stairs set out: in the column of numbers, or beside its mark. */
const Start = ({ frame, scale, geometry }: Omit<Props, 'step'>) => {
  const { before, after } = frame;
  const { stair, sums } = geometry;
  const digits = decimalsOf(frame.sums, 2);
  const side = after < before ? 1 : -1;
  return (
    <g>
      <Line
        from={[scale(before), stair.start]}
        to={[scale(before), stair.top + stair.pitch / 2]}
        stroke={frame.nudged > 0 ? 'var(--ink)' : 'var(--quiet)'}
      />
      <circle
        cx={px(scale(before))}
        cy={px(stair.start)}
        r={4}
        fill="var(--paper)"
        stroke={tone(before)}
        stroke-width={2.5}
      />
      <Label
        x={sums.numbers ?? scale(before) + 10 * side}
        y={stair.start + 4.6}
        anchor={sums.numbers === null && side > 0 ? 'start' : 'end'}
        fill="var(--quiet)"
        halo
      >
        {'start '}
        <tspan fill={tone(before)}>{fixed(before, digits)}</tspan>
      </Label>
    </g>
  );
};

/**
 * The sum after each nudge, one stair per nudge; below the stairs the whole way as one arrow, with the
 * smallest step that would do.
 */
export const Stair = ({ step, frame, scale, geometry }: Props) => {
  const { stair, total } = geometry;
  const { sums, before, sum, nudged } = frame;
  const zero = scale(0);
  const digits = decimalsOf(sums, 2);
  return (
    <g>
      <Label {...geometry.sums.name} fill="var(--quiet)">
        sum after each nudge
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
            {geometry.sums.numbers !== null && done && (
              <Label x={geometry.sums.numbers} y={y + 4.6} anchor="end" fill={tone(value)}>
                {fixed(value, digits)}
              </Label>
            )}
          </g>
        );
      })}
      <Arrow from={scale(before)} to={scale(sum)} y={total} width={3} stroke={tone(sum - before)} />
      {before * sum < 0 && (
        <circle
          cx={px(zero)}
          cy={px(total)}
          r={3.5}
          fill="var(--paper)"
          stroke="var(--ink)"
          stroke-width={1.5}
        />
      )}
      <Start frame={frame} scale={scale} geometry={geometry} />
      <Reach step={step} frame={frame} geometry={geometry} />
    </g>
  );
};
