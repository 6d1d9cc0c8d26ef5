import { AnswerGrid, answerGridHeight, answerGridPlaces } from '../kit/drawing/answer-grid.tsx';
import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines, type Point } from '../kit/drawing/chart/lines.tsx';
import { linear, shares } from '../kit/drawing/chart/quantity.ts';
import { decimal } from '../kit/words/format.ts';
import type { View } from '../kit/contract/figure.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { signedPixels } from '../kit/drawing/signed.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import { wilson } from '../../lab/statistics/interval.ts';
import type { Trained, TrainingFrame } from './frame.ts';
import { epsilonOf, isSmall, type TrainingState } from './params.ts';
import { namesOf } from './words.ts';

const places = {
  wide: {
    width: 720,
    size: 13,
    picture: 84,
    columns: [0, 104, 208],
    chart: { x: 340, width: 380, height: 186, room: 9.8 },
  },
  narrow: {
    width: 340,
    size: 13,
    picture: 84,
    columns: [0, 128, 256],
    chart: { x: 0, width: 340, height: 160, room: 9.8 },
  },
} as const;

/** A digit and what each net's loss hangs on; how many digits both read at each ε; ten digits as attacked on each of them. */
const view: View<TrainingState, TrainingFrame> = ({ state, frame, layout, id }) => {
  const { width, size, picture, columns, chart: place } = places[layout];
  const { side, labels, digits, plain, robust, epsilons, at } = frame;
  const wide = layout === 'wide';
  const n = labels.length;
  const pixels = side * side;
  const [one, other] = namesOf(state);
  const part = <Numbers extends Uint8Array | Int8Array>(all: Numbers): Numbers =>
    all.subarray(state.digit * pixels, (state.digit + 1) * pixels) as Numbers;
  const gradient = (net: Trained): Uint8Array =>
    signedPixels(
      Float32Array.from(part(net.gradient), (value) => value / 127),
      1,
    );
  const upper = picture + 6.1 * size;
  const chartTop = wide ? 0 : upper + 12;
  const chart = {
    ...place,
    y: chartTop,
    size,
    across: linear('ε per pixel', [0, isSmall(state) ? 0.3 : 0.5]),
    up: shares(`read rightly, % of ${n}`),
  };
  const field = fieldOf(chart);
  const points = ({ right }: Trained): readonly Point[] =>
    right.map((count, i) => {
      const { rate, low, high } = wilson(count, n);
      return { x: epsilons[i] ?? 0, y: rate, low, high };
    });
  const gridTop = Math.max(upper, chartTop + chartHeight(place.height, size)) + 14;
  const grid = answerGridPlaces[layout];
  const rowOf = (name: string, { attacked, says }: Trained) => ({
    name,
    pictures: attacked,
    answers: Array.from(says, (said, i) => ({
      text: String(said),
      fooled: said !== labels[i],
      set: `digit=${i}`,
      chosen: i === state.digit,
    })),
  });
  const rows = [rowOf(one, plain), rowOf(other, robust)];
  const height = Math.ceil(gridTop + answerGridHeight(grid, size, rows.length) + 2);
  const panels = [
    { head: ['digit', ''], pixels: part(digits) },
    { head: ['what matters', isSmall(state) ? 'to usual net' : `to ${one}`], pixels: gradient(plain) },
    { head: ['what matters', isSmall(state) ? 'to trained net' : `to ${other} net`], pixels: gradient(robust) },
  ] as const;
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      air={3}
      title="A digit and the gradient of two nets at it; the share of digits that each reads at every ε; ten digits as attacked on each"
    >
      <g font-size={size}>
        {panels.map(({ head, pixels: shown }, i) => (
          <g key={i}>
            {head.map((text, line) => (
              <text key={line} x={columns[i]} y={(1 + 1.35 * line) * size} font-weight={600}>
                {text}
              </text>
            ))}
            <Pixels pixels={shown} width={side} height={side} x={columns[i] ?? 0} y={2.9 * size} size={picture} />
          </g>
        ))}
        <g fill="var(--quiet)">
          <text x={0} y={picture + 4.5 * size}>
            orange: more light there raises the error;
          </text>
          <text x={0} y={picture + 5.85 * size}>
            blue: less does; each scaled to its largest
          </text>
        </g>
      </g>
      <Axes {...chart} />
      <path
        d={`M${field.px(epsilonOf(state))} ${field.top}V${field.bottom}`}
        stroke="var(--accent)"
        stroke-width={1.5}
        stroke-dasharray="3 3"
      />
      <Lines
        field={field}
        lines={[
          { label: one, points: points(plain), tone: 'var(--quiet)', dots: true },
          { label: other, points: points(robust), tone: 'var(--belief)', dots: true, strong: true },
        ]}
      />
      <AnswerGrid
        {...grid}
        {...{ y: gridTop, size, rows, side }}
        title={`attacked at ε = ${decimal(at)}, and what each says`}
      />
    </Svg>
  );
};

export default view;
