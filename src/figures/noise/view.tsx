import { netWords } from '../../nets/catalogue.ts';
import { bare, BeliefMark } from '../kit/drawing/belief-bars.tsx';
import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { linear, logOdds } from '../kit/drawing/chart/quantity.ts';
import type { View } from '../kit/contract/figure.ts';
import { count, decimal } from '../kit/words/format.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import { bins, type NoiseFrame } from './frame.ts';
import type { NoiseState } from './params.ts';
import { Shares, sharesHeight } from './shares.tsx';
import { kinds, shownOf } from './words.ts';

const size = 13;
const pixels = 784;

const places = {
  wide: {
    width: 720,
    pitch: 93,
    picture: 84,
    best: { x: 496, y: 3.3 * size, size: 224 },
    chart: 462,
    height: 92,
    names: 128,
  },
  narrow: { width: 340, pitch: 69, picture: 56, best: { x: 0, y: 0, size: 168 }, chart: 340, height: 110, names: 0 },
} as const;

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Some of the pictures, the one a net is surest of, how sure it is of all of them, and the shares of several nets. */
const view: View<NoiseState, NoiseFrame> = ({ state, frame, layout, id }) => {
  const wide = layout === 'wide';
  const { width, pitch, picture, chart, height: field, names } = places[layout];
  const net = shownOf(state, frame);
  const top = 3.3 * size;
  const bestTop = wide ? top : top + picture + 4.4 * size;
  const best = { ...places[layout].best, y: bestTop };
  const chartTop = wide ? top + picture + 4.2 * size : bestTop + best.size + 1.2 * size;
  const largest = Math.max(0.1, ...net.histogram.map((n) => n / frame.drawn));
  const axes = {
    ...{ x: 0, y: chartTop, width: chart, height: field, size },
    across: logOdds(`how sure ${netWords(state.net).said} is, %`, [0.1, sigmoid(bins.from + bins.count * bins.width)]),
    up: linear('share of the pictures, %', [0, largest], { count: 3, format: (value) => decimal(100 * value, 1) }),
  };
  const { px, py, bottom } = fieldOf(axes);
  const sharesTop = Math.max(chartTop + chartHeight(field, size), wide ? best.y + best.size + 3 * size : 0) + 12;
  const height = Math.ceil(sharesTop + sharesHeight(names, size));
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      air={2}
      title="Pictures drawn by chance; the one that a net is surest of; a histogram of its confidence; for five nets the share of pictures that they are sure of, with bounds"
    >
      <g font-size={size} style="font-variant-numeric: tabular-nums">
        <text x={0} y={size} font-weight={600}>
          {count(frame.drawn)} pictures of {kinds[state.kind]}
        </text>
        <text x={0} y={2.4 * size} fill="var(--quiet)">
          five of them, and what {wide ? netWords(state.net).said : 'the net'} says, %
        </text>
        {net.says.map((says, i) => (
          <g key={i}>
            <Pixels
              pixels={frame.first.subarray(i * pixels, (i + 1) * pixels)}
              {...{ width: 28, height: 28, x: i * pitch, y: top }}
              size={picture}
            />
            <BeliefMark x={i * pitch + 3} y={top + picture + 0.95 * size} />
            <text x={i * pitch + 9} y={top + picture + 1.3 * size}>
              {says}, {bare(net.surely[i] ?? 0)}
            </text>
          </g>
        ))}
        <Pixels pixels={net.best} {...{ width: 28, height: 28, x: best.x, y: best.y }} size={best.size} />
        {wide ? (
          <text x={best.x} y={best.y + best.size + 1.4 * size} font-weight={600}>
            the surest of all: {net.bestSays}, {bare(net.bestSure)} %
          </text>
        ) : (
          <text y={best.y + 1.2 * size}>
            <tspan x={best.size + 12} font-weight={600}>
              the surest of all:
            </tspan>
            <tspan x={best.size + 12} dy={1.4 * size}>
              {net.bestSays}, {bare(net.bestSure)} %
            </tspan>
          </text>
        )}
      </g>
      <Axes {...axes} />
      {net.histogram.map((n, bin) => {
        const from = px(sigmoid(bins.from + bin * bins.width));
        const to = px(sigmoid(bins.from + (bin + 1) * bins.width));
        return n === 0 || to - from < 1 ? null : (
          <rect
            key={bin}
            x={from + 0.5}
            y={py(n / frame.drawn)}
            width={to - from - 1}
            height={bottom - py(n / frame.drawn)}
            fill="var(--belief)"
          />
        );
      })}
      <Shares y={sharesTop} {...{ width, size, names, state, frame }} />
    </Svg>
  );
};

export default view;
