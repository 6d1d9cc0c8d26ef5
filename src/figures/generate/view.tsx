import { bare, BeliefMark } from '../kit/drawing/belief-bars.tsx';
import { Axes, chartHeight, fieldOf, type ChartProps } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear, logOdds } from '../kit/drawing/chart/quantity.ts';
import type { View } from '../kit/contract/figure.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import { drawers, type GenerateFrame } from './frame.ts';
import type { GenerateState } from './params.ts';
import { nameOf, said } from './words.ts';

const places = {
  wide: { width: 720, size: 13, columns: [0, 264, 528], picture: 192 },
  narrow: { width: 340, size: 14, columns: [0, 118, 236], picture: 104 },
} as const;

const heads = { plain: `drawn by ${said.plain}`, robust: `drawn by ${said.robust}` } as const;
const tones = { plain: 'var(--minus)', robust: 'var(--plus)' } as const;

/** Three pictures from each of two nets, what a third says of them, and how its belief and theirs grew. */
const view: View<GenerateState, GenerateFrame> = ({ state, frame, layout, id }) => {
  const { width, size, columns, picture } = places[layout];
  const wide = layout === 'wide';
  const pitch = 1.4 * size;
  const rowHeight = 1.7 * size + picture + (0.5 + 1.4 * (wide ? 2 : 3)) * size + 10;
  const chart: ChartProps = {
    x: 0,
    y: 2 * rowHeight + 10,
    width,
    size,
    height: wide ? 150 : 170,
    room: 9.4,
    across: linear('step', [0, state.steps], { count: 4 }),
    up: logOdds(`belief in ${nameOf(frame.label)}, %, middle picture of three`, [1e-5, 1 - 1e-5]),
  };
  const total = Math.ceil(chart.y + chartHeight(chart.height, size) + 4);
  return (
    <Svg
      id={id}
      width={width}
      height={total}
      title={`Three pictures of ${nameOf(frame.label)} drawn from ${said.plain} and three from ${said.robust}, and what a third net says of them`}
      fontSize={size}
    >
      {drawers.map((drawer, i) => (
        <g key={drawer} transform={`translate(0 ${i * rowHeight})`}>
          <text y={size} font-weight={600}>
            {heads[drawer]}
          </text>
          {wide ? null : (
            <text x={width} y={size} text-anchor="end" fill="var(--quiet)">
              dot: a third net
            </text>
          )}
          {(frame.rows[i] ?? []).map((sample, k) => {
            const x = columns[k] ?? 0;
            const foot = 1.7 * size + picture + 0.2 * size;
            const agrees = sample.answer === frame.label;
            return (
              <g key={k}>
                <Pixels
                  pixels={sample.picture}
                  width={64}
                  height={64}
                  x={x}
                  y={1.7 * size}
                  size={picture}
                  title={`Picture ${k + 1} ${heads[drawer]}`}
                />
                <text x={x} y={foot + pitch} fill="var(--quiet)">
                  {wide ? `it itself: ${nameOf(frame.label)}, ${bare(sample.own)} %` : `itself ${bare(sample.own)} %`}
                </text>
                <BeliefMark x={x + 5} y={foot + 2 * pitch - 0.36 * size} />
                <text x={x + 13} y={foot + 2 * pitch} font-weight={agrees ? 600 : 400}>
                  {wide ? `third net: ${nameOf(sample.answer)}, ${bare(sample.sure)} %` : nameOf(sample.answer)}
                </text>
                {wide ? null : (
                  <text x={x + 13} y={foot + 3 * pitch}>
                    {bare(sample.sure)} %
                  </text>
                )}
              </g>
            );
          })}
        </g>
      ))}
      <Axes {...chart} />
      <Lines
        field={fieldOf(chart)}
        lines={drawers.flatMap((drawer, i) => [
          {
            label: `${drawer}, itself`,
            points: (frame.paths[i]?.own ?? []).map((y, x) => ({ x, y })),
            tone: tones[drawer],
            dash: '5 3',
          },
          {
            label: `${drawer}, third net`,
            points: (frame.paths[i]?.judge ?? []).map((y, x) => ({ x, y })),
            tone: tones[drawer],
            strong: true,
          },
        ])}
      />
    </Svg>
  );
};

export default view;
