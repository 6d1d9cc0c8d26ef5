import measured from '../../../content/results/reproduction/certified-accuracy.json' with { type: 'json' };
import { AnswerGrid, answerGridHeight, answerGridPlaces } from '../kit/drawing/answer-grid.tsx';
import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines, type Point } from '../kit/drawing/chart/lines.tsx';
import { linear, shares } from '../kit/drawing/chart/quantity.ts';
import { count, fixed } from '../kit/words/format.ts';
import type { ViewProps } from '../kit/contract/figure.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import type { CertifiedFrame } from './frame.ts';
import type { SmoothingState } from './params.ts';
import { certifiedRight } from './words.ts';

const places = {
  wide: {
    width: 720,
    size: 13,
    bars: { x: 112, y: 0, width: 200 },
    chart: { x: 348, width: 372, height: 190, room: 8 },
  },
  narrow: {
    width: 340,
    size: 13,
    bars: { x: 112, y: 0, width: 228 },
    chart: { x: 0, width: 340, height: 160, room: 7.4 },
  },
} as const;

const picture = 84;
const pixels = 784;
const classes = 10;

/** The share of MNIST digits that were certified to that radius, by experiment. */
const reference: readonly Point[] = measured.rows.flatMap(({ name, value, interval }) => {
  const radius = /^certified accuracy at L2 = ([\d.]+)$/.exec(name)?.[1];
  return radius === undefined
    ? []
    : [{ x: Number(radius), y: value, low: interval?.[0] ?? value, high: interval?.[1] ?? value }];
});

/** The share of the digits that are right and certified to each radius: a stair that goes down at every one's radius. */
const stair = (frame: CertifiedFrame, end: number): readonly Point[] => {
  const radii = certifiedRight(frame).toSorted((a, b) => a - b);
  const n = frame.labels.length;
  const corners = radii.flatMap((x, i) => [
    { x, y: (radii.length - i) / n },
    { x, y: (radii.length - i - 1) / n },
  ]);
  return [{ x: 0, y: radii.length / n }, ...corners, { x: end, y: 0 }];
};

interface BarsProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly frame: CertifiedFrame;
  readonly digit: number;
}

/** How often each class came first among the draws of one digit. */
const Bars = ({ x, y, width, size, frame, digit }: BarsProps) => {
  const own = Array.from(frame.counts.slice(classes * digit, classes * (digit + 1)));
  const total = Math.max(
    1,
    own.reduce((a, b) => a + b, 0),
  );
  const pitch = 1.38 * size;
  const [left, right] = [x + 1.4 * size, x + width - 3.2 * size];
  const drawn = total === 1 && frame.step === 0 ? 0 : total;
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={x} y={y + size} font-weight={600}>
        says, of {count(drawn)} draws
      </text>
      {own.map((times, k) => {
        const middle = y + 1.9 * size + (k + 0.5) * pitch;
        const strong = k === frame.says[digit] && frame.step > 0;
        return (
          <g key={k} fill={strong ? 'var(--ink)' : 'var(--quiet)'} font-weight={strong ? 600 : 400}>
            <text x={x} y={middle + 0.36 * size}>
              {k}
            </text>
            <rect x={left} y={middle - 3} width={((right - left) * times) / total} height={6} fill="var(--belief)" />
            <text x={x + width} y={middle + 0.36 * size} text-anchor="end">
              {count(times)}
            </text>
          </g>
        );
      })}
      <path d={`M${left} ${y + 1.9 * size}v${classes * pitch}`} stroke="var(--edge)" />
    </g>
  );
};

/** A digit under noise and how often each class came first; to what radius how many are certified; ten digits. */
export const CertifiedView = ({
  state,
  frame,
  layout,
  id,
}: Omit<ViewProps<SmoothingState, CertifiedFrame>, 'frame'> & { readonly frame: CertifiedFrame }) => {
  const { width, size, bars, chart: place } = places[layout];
  const { labels, digits, noisy, says, radius } = frame;
  const { digit } = state;
  const cut = (all: Uint8Array): Uint8Array => all.subarray(digit * pixels, (digit + 1) * pixels);
  const own = radius[digit] ?? 0;
  const upper = 2 * picture + 5.4 * size;
  const chartTop = layout === 'wide' ? 0 : upper + 16;
  const end = Math.max(1.5, Math.ceil(2 * Math.max(...radius)) / 2);
  const chart = {
    ...place,
    y: chartTop,
    size,
    across: linear('length of any nudge, L2', [0, end]),
    up: shares('right and certified, %'),
  };
  const field = fieldOf(chart);
  const gridTop = Math.max(upper, chartTop + chartHeight(place.height, size)) + 16;
  const grid = { ...answerGridPlaces[layout], words: 'below' } as const;
  const rows = [
    {
      name: 'under one draw',
      pictures: noisy,
      answers: Array.from(labels.slice(0, 10), (label, i) => ({
        text: (radius[i] ?? 0) > 0 ? fixed(radius[i] ?? 0, 2) : '–',
        fooled: (radius[i] ?? 0) > 0 && says[i] !== label,
        set: `digit=${i}`,
        chosen: i === digit,
      })),
    },
  ];
  const height = Math.ceil(gridTop + answerGridHeight(grid, size, rows.length) + 2);
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      air={3}
      title="A digit under noise and how often the net says what; the share of digits that are right and certified, by the length of a nudge; ten digits"
    >
      <g font-size={size}>
        <text x={0} y={size} font-weight={600}>
          drawn: {labels[digit]}
        </text>
        <Pixels pixels={cut(digits)} width={28} height={28} x={0} y={1.6 * size} size={picture} />
        <text x={0} y={picture + 3.4 * size} font-weight={600}>
          one draw
        </text>
        <Pixels pixels={cut(noisy)} width={28} height={28} x={0} y={picture + 4 * size} size={picture} />
      </g>
      <Bars {...bars} {...{ size, frame, digit }} />
      <text x={bars.x} y={18.6 * size} font-size={size} font-weight={600}>
        {own > 0 ? `certified to L2 = ${fixed(own, 2)}` : frame.draws === 0 ? 'not certified yet' : 'abstains'}
      </text>
      <Axes {...chart} />
      {own > 0 ? (
        <path
          d={`M${field.px(own)} ${field.top}V${field.bottom}`}
          stroke="var(--accent)"
          stroke-width={1.5}
          stroke-dasharray="3 3"
        />
      ) : null}
      <Lines
        field={field}
        lines={[
          {
            label: state.sigma === 0.5 ? 'MNIST, 200' : 'MNIST, σ ½',
            points: reference,
            tone: 'var(--quiet)',
            dots: true,
          },
          {
            label: `these ${labels.length}`,
            points: frame.draws === 0 ? [] : stair(frame, end),
            tone: 'var(--belief)',
            strong: true,
          },
        ]}
      />
      <AnswerGrid {...grid} {...{ y: gridTop, size, rows }} title="the length certified for each digit" />
    </Svg>
  );
};
