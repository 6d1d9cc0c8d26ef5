import { Axes, chartHeight, fieldOf } from '../kit/chart/chart.tsx';
import { Lines } from '../kit/chart/lines.tsx';
import { linear, shares, type Quantity } from '../kit/chart/quantity.ts';
import type { View } from '../kit/figure.ts';
import { Pixels } from '../kit/pixels.tsx';
import { Svg } from '../kit/svg.tsx';
import type { Kind, SilenceFrame } from './frame.ts';
import { judgedAll, silent, slipping, thresholdOf, type Judged } from './judge.ts';
import type { SilenceState } from './params.ts';
import { kindNames } from './words.ts';

const places = {
  wide: {
    width: 720,
    size: 13,
    name: 0,
    strip: [176, 560],
    row: 40,
    below: 0,
    curve: { x: 0, width: 520, height: 170, room: 11.2 },
  },
  narrow: {
    width: 340,
    size: 13,
    name: 0,
    strip: [36, 336],
    row: 62,
    below: 20,
    curve: { x: 0, width: 340, height: 160, room: 11 },
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
const levels = [
  [0, '50'],
  [4.595, '99'],
  [9.21, '99.99'],
  [13.816, '99.9999'],
] as const;

const scaleOf = (state: SilenceState, all: readonly Judged[]): Quantity => {
  const values = all.flatMap(({ scores }) => scores);
  const domain = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))] as const;
  if (state.score === 'energy') return linear('negative energy', domain);
  const even = linear('largest probability, % (log-odds)', domain);
  const inside = levels.filter(([value]) => value >= domain[0] && value <= domain[1]);
  return { ...even, ticks: inside.map(([value, text]) => ({ value, text })) };
};

const verdict = (one: Judged, threshold: number): string => {
  const n = one.scores.length;
  return one.kind === 'digits'
    ? `${silent(one, threshold)} of ${n} refused`
    : `${slipping(one, threshold)} of ${n} slip through`;
};

/** Every picture as a dot on the scale of the score, kind by kind, with the threshold; and what slips through at every threshold. */
const view: View<SilenceState, SilenceFrame> = ({ state, frame, layout, id }) => {
  const { width, size, strip, row, below, curve: place } = places[layout];
  const wide = layout === 'wide';
  const all = judgedAll(state, frame);
  const threshold = thresholdOf(all, state.refused);
  const scale = scaleOf(state, all);
  const at = (score: number): number => strip[0] + scale.place(score) * (strip[1] - strip[0]);
  const top = 2 * size;
  const foot = top + all.length * row;
  const curveTop = foot + 4.4 * size;
  const curve = {
    ...place,
    y: curveTop,
    size,
    across: linear('digits refused, %', [0, 50]),
    up: shares('slips through, %'),
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
        refused ← dashed line → answered
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
            <text x={width} y={wide ? middle + 0.36 * size : y + 1.2 * size} text-anchor="end" fill="var(--ink)">
              {verdict(one, threshold)}
            </text>
            {one.scores.map((score, k) => (
              <circle
                key={k}
                cx={at(score)}
                cy={middle + ((k % 5) - 2) * 4}
                r={2.5}
                fill={tones[one.kind]}
                fill-opacity={score < threshold ? 0.35 : 0.9}
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
    </Svg>
  );
};

export default view;
