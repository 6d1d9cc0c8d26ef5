import { netWords } from '../../nets/catalogue.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import { cellMeans, enlarge, everyNth, hidden } from '../../lab/sampling.ts';
import { bare, BeliefMark, TruthMark } from '../kit/drawing/belief-bars.tsx';
import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear, logOdds } from '../kit/drawing/chart/quantity.ts';
import type { Layout } from '../kit/contract/figure.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import type { WheelFrame } from './frame.ts';
import { netId, steps, type WheelState } from './params.ts';

const side = 28;

interface HiddenProps {
  readonly state: WheelState;
  readonly frame: WheelFrame & { readonly kind: 'picture' };
  readonly layout: Layout;
}

const places = {
  wide: { size: 13, large: 196, small: 84, x: 224, chart: { x: 400, y: 0, width: 320, height: 150 } },
  narrow: { size: 14, large: 196, small: 84, x: 224, chart: { x: 0, y: 330, width: 340, height: 150 } },
} as const;

/** Height of the hidden picture's drawing. */
export const hiddenHeight = (layout: Layout): number => {
  const { size, chart } = places[layout];
  return Math.max(1.6 * size + 196 + 3.2 * size, 2 * (84 + 5.4 * size), chart.y + chartHeight(chart.height, size));
};

/** A large picture; what is left of it when one pixel of each cell is kept, and when each cell's mean is; the net's belief in both. */
export const Hidden = ({ state, frame, layout }: HiddenProps) => {
  const { size, large, small, x, chart } = places[layout];
  const { factor } = state;
  const picture = hidden(enlarge(frame.shown, side, factor), frame.hidden, side, factor, frame.index / steps);
  const both = [
    { head: `1 pixel of ${factor ** 2}`, seen: everyNth(picture, side, factor), answer: frame.kept.at(-1) },
    { head: `mean of ${factor ** 2}`, seen: cellMeans(picture, side, factor), answer: frame.means.at(-1) },
  ];
  const placed = {
    ...chart,
    size,
    across: linear('share of the hidden picture, %', [0, 100]),
    up: logOdds(`what ${netWords(netId).said} gives the ${state.hidden}, %`),
    room: 7.4,
  };
  const points = (list: typeof frame.kept) => list.map(({ belief }, i) => ({ x: (100 * i) / steps, y: belief }));
  return (
    <>
      <g font-size={size} style="font-variant-numeric: tabular-nums">
        <text x={0} y={size} font-weight={600}>
          {side * factor} × {side * factor} pixels
        </text>
        <Pixels
          pixels={toLevels(picture)}
          width={side * factor}
          height={side * factor}
          x={0}
          y={1.6 * size}
          size={large}
        />
        <TruthMark x={5} y={1.6 * size + large + 1.1 * size} />
        <text x={15} y={1.6 * size + large + 1.45 * size}>
          a person: {state.shown}
        </text>
        {both.map(({ head, seen, answer }, i) => {
          const y = i * (small + 5.4 * size);
          return (
            <g key={head}>
              <text x={x} y={y + size} font-weight={600}>
                {head}
              </text>
              <Pixels pixels={toLevels(seen)} width={side} height={side} x={x} y={y + 1.6 * size} size={small} />
              <BeliefMark x={x + 5} y={y + 1.6 * size + small + 1.1 * size} />
              <text x={x + 15} y={y + 1.6 * size + small + 1.45 * size} font-weight={600}>
                net: {answer?.says}
              </text>
              <text x={x + 15} y={y + 1.6 * size + small + 2.75 * size} fill="var(--quiet)">
                {bare(answer?.belief ?? 0)}
                {'\u00a0'}% {state.hidden}
              </text>
            </g>
          );
        })}
      </g>
      <Axes {...placed} />
      <Lines
        field={fieldOf(placed)}
        lines={[
          {
            label: `1 pixel of ${factor ** 2}`,
            points: points(frame.kept),
            tone: 'var(--belief)',
            strong: true,
            dots: true,
          },
          {
            label: `mean of ${factor ** 2}`,
            points: points(frame.means),
            tone: 'var(--quiet)',
            strong: true,
            dots: true,
          },
        ]}
      />
    </>
  );
};
