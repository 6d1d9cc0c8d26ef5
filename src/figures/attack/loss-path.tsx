import { line, scaleLinear } from 'd3';
import { decimal, fixed } from '../kit/format.ts';
import type { AttackFrame } from './frame.ts';

export interface LossPathProps {
  readonly x: number;
  /** Top of the title. */
  readonly y: number;
  readonly width: number;
  /** Height of the field between the axes. */
  readonly height: number;
  readonly size: number;
  readonly frame: AttackFrame;
  /** How many steps the whole attack has. */
  readonly steps: number;
}

/** Losses that people can read: −log of these. */
const probabilities = [0.5, 0.01, 0.0001, 1e-6];

/** The step from which on the answer was the present one, if it was another before. */
const turn = (answers: readonly number[]): number | undefined => {
  const now = answers.at(-1);
  return now === answers[0] ? undefined : answers.findLastIndex((answer) => answer !== now) + 1;
};

/** Text over a line: the line makes room for it. */
const halo = {
  stroke: 'var(--paper)',
  'stroke-width': 4,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
} as const;

/** The loss, step after step: in nats on the left, on the right as the probability that the net gives the label. */
export const LossPath = ({ x, y, width, height, size, frame, steps }: LossPathProps) => {
  const { loss, answers, goal } = frame;
  const [left, right] = [x + 1.8 * size, x + width - 5.1 * size];
  const [ceiling, floor] = [y + 1.6 * size, y + 1.6 * size + height];
  const across = scaleLinear([0, steps], [left, right]);
  const up = scaleLinear([0, Math.max(7.5, 1.15 * Math.max(...loss))], [floor, ceiling]);
  const levels = probabilities.map((p) => ({ p, place: up(-Math.log(p)) }));
  const spaced = levels.filter(
    ({ place }, i) => place >= ceiling + 0.5 * size && (i === 0 || (levels[i - 1]?.place ?? 0) - place > 1.15 * size),
  );
  const drawn = line<number>(
    (_, step) => across(step),
    (value) => up(value),
  )(loss);
  const last = loss.at(-1) ?? 0;
  const end = { x: across(loss.length - 1), y: up(last) };
  const turned = turn(answers);
  const late = turned !== undefined && turned > 0.55 * steps;
  const falls = goal.kind === 'reach';
  const early = end.x - left < 2.5 * size;
  return (
    <g font-size={size} fill="var(--quiet)" style="font-variant-numeric: tabular-nums">
      <text x={x} y={y + size} font-weight={600} fill="var(--ink)">
        loss of “{goal.label}”, nats
      </text>
      <text x={x + width} y={y + size} text-anchor="end">
        “{goal.label}” has
      </text>
      {spaced.map(({ p, place }) => (
        <g key={p}>
          <path d={`M${left} ${place}H${right}`} stroke="var(--rule)" />
          <text x={x + width} y={place + 0.36 * size} text-anchor="end">
            {decimal(100 * p, 7)}&nbsp;%
          </text>
        </g>
      ))}
      {up.ticks(4).map((value) => (
        <g key={value}>
          <path d={`M${left - 4} ${up(value)}h4`} stroke="var(--edge)" />
          <text x={left - 7} y={up(value) + 0.36 * size} text-anchor="end">
            {decimal(value)}
          </text>
        </g>
      ))}
      <path d={`M${left} ${ceiling}V${floor}H${right}`} fill="none" stroke="var(--edge)" />
      <text x={left} y={floor + 1.3 * size} text-anchor="middle">
        0
      </text>
      <text x={(left + right) / 2} y={floor + 1.3 * size} text-anchor="middle">
        {steps < 2 ? 'step' : 'steps'}
      </text>
      <text x={right} y={floor + 1.3 * size} text-anchor="middle">
        {steps}
      </text>
      <path d={drawn ?? ''} fill="none" stroke="var(--belief)" stroke-width={1.75} stroke-linejoin="round" />
      {turned === undefined ? null : (
        <circle
          cx={across(turned)}
          cy={up(loss[turned] ?? 0)}
          r={3.5}
          fill="var(--paper)"
          stroke="var(--belief)"
          stroke-width={1.75}
        />
      )}
      {turned === undefined || turned === loss.length - 1 ? null : (
        <text
          x={across(turned) + (late ? -9 : falls ? 2 : 9)}
          y={Math.min(floor - 6, up(loss[turned] ?? 0) + (late === falls ? 0.9 : falls ? -2.1 : -0.45) * size)}
          text-anchor={late ? 'end' : 'start'}
          fill="var(--ink)"
          {...halo}
        >
          “{answers.at(-1)}” from {turned}
        </text>
      )}
      <circle cx={end.x} cy={end.y} r={3.5} fill="var(--belief)" />
      <text
        x={end.x - (early ? 3 : 0)}
        y={end.y - 0.75 * size}
        text-anchor={early ? 'start' : 'end'}
        fill="var(--ink)"
        font-weight={600}
        {...halo}
      >
        {last < 0.0005 ? '< 0.001' : fixed(last, last < 0.1 ? 3 : 1)}
      </text>
    </g>
  );
};
