import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear, shares, type Quantity } from '../kit/drawing/chart/quantity.ts';
import { decimal } from '../kit/words/format.ts';
import type { View } from '../kit/contract/figure.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import type { Kind, SilenceFrame } from './frame.ts';
import { judgedAll, silent, slipping, thresholdOf, type Judged } from './judge.ts';
import type { SilenceState } from './params.ts';
import { intervalOf, kindNames, rateOf } from './words.ts';

const places = {
  wide: {
    width: 720,
    size: 13,
    name: 0,
    strip: [200, 556],
    row: 40,
    below: 0,
    curve: { x: 0, width: 620, height: 220, room: 12 },
  },
  narrow: {
    width: 340,
    size: 13,
    name: 0,
    strip: [36, 336],
    row: 62,
    below: 20,
    curve: { x: 0, width: 340, height: 210, room: 11.6 },
  },
} as const;

const tones: Readonly<Record<Kind, string>> = {
  digits: 'var(--truth)',
  noise: 'var(--quiet)',
  evolved: 'var(--accent)',
  attacked: 'var(--minus)',
  knowing: 'var(--belief)',
  'noise-knowing': 'var(--plus)',
};

/** Log-odds of some probabilities, with how they are written. */
const levels = [0.1, 0.2, 0.5, 0.8, 0.9, 0.99, 0.999, 0.9999, 0.99999, 0.999999].map(
  (p) => [Math.log(p / (1 - p)), decimal(100 * p, 4)] as const,
);

const scaleOf = (state: SilenceState, all: readonly Judged[], wide: boolean): Quantity => {
  const values = all.flatMap(({ scores }) => scores);
  const domain = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))] as const;
  if (state.score === 'energy')
    return linear(`minus the energy${wide ? ': the logarithm of the sum of all exponentiated logits' : ''}`, domain);
  const even = linear(
    `largest probability, %${wide ? ' (log-odds: from 90 to 99 is about as far as from 99 to 99.9)' : ' (log-odds)'}`,
    domain,
  );
  const inside = levels
    .filter(([value]) => value >= domain[0] && value <= domain[1])
    .reduce<(typeof levels)[number][]>(
      (kept, one) => (one[0] - (kept.at(-1)?.[0] ?? -Infinity) < (domain[1] - domain[0]) / 6 ? kept : [...kept, one]),
      [],
    );
  return { ...even, ticks: inside.map(([value, text]) => ({ value, text })) };
};

const verdict = (one: Judged, threshold: number, wide: boolean): string => {
  const n = one.scores.length;
  return one.kind === 'digits'
    ? `${silent(one, threshold)} of ${n} refused`
    : `${slipping(one, threshold)} of ${n} slip${wide ? ' through' : ''}`;
};

/** Every picture as a dot on the scale of the score, kind by kind, with the threshold; and what slips through at every threshold. */
const view: View<SilenceState, SilenceFrame> = ({ state, frame, layout, id }) => {
  const { width, size, strip, row, below, curve: place } = places[layout];
  const wide = layout === 'wide';
  const all = judgedAll(state, frame);
  const threshold = thresholdOf(all, state.refused);
  const scale = scaleOf(state, all, wide);
  const at = (score: number): number => strip[0] + scale.place(score) * (strip[1] - strip[0]);
  const top = 2 * size;
  const foot = top + all.length * row;
  const curveTop = foot + 4.4 * size;
  const curve = {
    ...place,
    y: curveTop,
    size,
    across: linear('digits refused, at most, %', [0, 50]),
    up: shares(`slips through, %${wide ? ', as the threshold moves; strokes: 95 % intervals' : ''}`),
  };
  const field = fieldOf(curve);
  const percents = Array.from({ length: 51 }, (_, percent) => percent);
  const height = Math.ceil(curveTop + chartHeight(place.height, size) + 2);
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      title="The score of every picture, kind by kind, with the threshold below which the net says nothing; what slips through at every threshold"
      fontSize={size}
    >
      <text x={strip[0]} y={size} fill="var(--quiet)">
        refused (hollow) ← dashed line → answered
      </text>
      {scale.ticks.map(({ value, text }) => (
        <g key={text}>
          <path d={`M${at(value)} ${top}V${foot}`} stroke="var(--rule)" />
          <text x={at(value)} y={foot + 1.2 * size} text-anchor="middle" fill="var(--quiet)">
            {text}
          </text>
        </g>
      ))}
      <text x={(strip[0] + strip[1]) / 2} y={foot + 2.6 * size} text-anchor="middle" fill="var(--quiet)">
        {scale.name}
      </text>
      {all.map((one, i) => {
        const y = top + i * row;
        const middle = y + below + 20;
        return (
          <g key={one.kind}>
            <Pixels pixels={one.first} width={28} height={28} x={0} y={middle - 14} size={28} />
            <text
              x={wide ? 36 : 0}
              y={wide ? middle + 0.36 * size : y + 1.2 * size}
              font-weight={600}
              fill={tones[one.kind]}
            >
              {kindNames[one.kind]}
            </text>
            <text x={width} y={wide ? middle - 0.2 * size : y + 1.2 * size} text-anchor="end" fill="var(--ink)">
              {verdict(one, threshold, wide)}
              {wide ? null : <tspan fill="var(--quiet)">, {intervalOf(one, threshold)}</tspan>}
            </text>
            {wide ? (
              <text x={width} y={middle + 1.05 * size} text-anchor="end" fill="var(--quiet)">
                {intervalOf(one, threshold)}
              </text>
            ) : null}
            {one.scores.map((score, k) => (
              <circle
                key={k}
                cx={at(score)}
                cy={middle + ((k % 5) - 2) * 4}
                r={2.5}
                fill={score < threshold ? 'none' : tones[one.kind]}
                stroke={tones[one.kind]}
                stroke-width={1}
              />
            ))}
          </g>
        );
      })}
      <path d={`M${at(threshold)} ${top}V${foot}`} stroke="var(--ink)" stroke-width={1.5} stroke-dasharray="4 3" />
      <Axes {...curve} />
      <path
        d={`M${field.px(state.refused)} ${field.top}V${field.bottom}`}
        stroke="var(--ink)"
        stroke-width={1.5}
        stroke-dasharray="4 3"
      />
      <Lines
        field={field}
        lines={all.slice(1).map((one) => ({
          label: kindNames[one.kind],
          points: percents.map((percent) => ({
            x: percent,
            y: slipping(one, thresholdOf(all, percent)) / one.scores.length,
          })),
          tone: tones[one.kind],
        }))}
      />
      {all.slice(1).map((one, i) => {
        const { rate, low, high } = rateOf(one, threshold);
        const x = field.px(state.refused) + (i - 2) * 5;
        return (
          <g key={one.kind} fill={tones[one.kind]}>
            <path d={`M${x} ${field.py(low)}V${field.py(high)}`} stroke={tones[one.kind]} stroke-width={1.5} />
            <circle cx={x} cy={field.py(rate)} r={3} />
          </g>
        );
      })}
    </Svg>
  );
};

export default view;
