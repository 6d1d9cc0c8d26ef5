import { bare, BeliefMark } from '../kit/drawing/belief-bars.tsx';
import { Axes, chartHeight, fieldOf, type ChartProps } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear } from '../kit/drawing/chart/quantity.ts';
import type { View } from '../kit/contract/figure.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import { Exciting, excitingHeight } from './exciting.tsx';
import { panels, type NeuronFrame, type Wanted } from './frame.ts';
import { shapeOf, type NeuronState } from './params.ts';
import { nameOf, netsOf, neuron, short } from './words.ts';

const places = {
  wide: { width: 720, size: 13, columns: [0, 212], side: { x: 436, width: 284 }, zoom: { 64: 3, 28: 7 }, lines: 2 },
  narrow: { width: 340, size: 14, columns: [0, 174], side: { x: 0, width: 340 }, zoom: { 64: 2, 28: 5 }, lines: 3 },
} as const;

const ways = { pixels: 'pixel by pixel', held: 'held and shaken' } as const;
const tones = ['var(--minus)', 'var(--minus)', 'var(--plus)', 'var(--plus)'] as const;

const Words = ({
  state,
  wanted,
  x,
  y,
  size,
  lines,
}: {
  readonly state: NeuronState;
  readonly wanted: Wanted;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly lines: number;
}) => {
  const pitch = 1.4 * size;
  const name = nameOf(state, wanted.answer);
  const sure = `${bare(wanted.sure)}\u00a0%`;
  return (
    <g>
      <text x={x} y={y + pitch} font-weight={600}>
        it answers {short(wanted.activation)}
      </text>
      <BeliefMark x={x + 5} y={y + 2 * pitch - 0.36 * size} />
      <text x={x + 14} y={y + 2 * pitch} fill="var(--quiet)">
        net: {lines === 2 ? `${name}, ${sure}` : name}
      </text>
      {lines === 2 ? null : (
        <text x={x + 14} y={y + 3 * pitch} fill="var(--quiet)">
          {sure}
        </text>
      )}
    </g>
  );
};

const pathsOf = (frame: NeuronFrame, steps: number, at: Pick<ChartProps, 'x' | 'y' | 'width' | 'size'>): ChartProps => {
  const all = frame.paths.flat();
  const best = frame.known.map(([first]) => first?.activation ?? 0);
  const [low, high] = [Math.min(0, ...all), Math.max(...all, ...best)];
  return {
    ...at,
    height: 176,
    room: 7.6,
    across: linear('step', [0, steps], { count: 4 }),
    up: linear('the neuron’s answer', [low, high + 0.04 * (high - low || 1)], { count: 4 }),
  };
};

/** Four pictures made for one neuron; how its answer grew; which of the pictures that people can name excite it most. */
const view: View<NeuronState, NeuronFrame> = ({ state, frame, layout, id }) => {
  const { width, size, columns, side, zoom, lines } = places[layout];
  const wide = layout === 'wide';
  const [height, across] = shapeOf(state);
  const picture = across * zoom[across as 64 | 28];
  const top = 1.7 * size;
  const row = 1.5 * size + picture + (0.6 + 1.4 * lines) * size + 14;
  const gridEnd = top + 2 * row;
  const chart = pathsOf(frame, state.steps, { ...side, y: wide ? 0 : gridEnd + 8, size });
  const listTop = chart.y + chartHeight(chart.height, size) + 14;
  const total = Math.ceil(Math.max(gridEnd, listTop + excitingHeight(size)) + 4);
  const field = fieldOf(chart);
  const nets = netsOf(state);
  const names = panels.map(({ net, way }) => `${nets[net].short}, ${way}`);
  return (
    <Svg
      id={id}
      width={width}
      height={total}
      title={`Four pictures made for ${neuron(state)}: of ${nets.plain.said} and ${nets.robust.said}, pixel by pixel and held; its answers, step by step`}
      fontSize={size}
    >
      {columns.map((x, i) => (
        <text key={x} x={x} y={size} font-weight={600}>
          {i === 1 && state.shake === 0 ? 'held' : ways[panels[i]?.way ?? 'pixels']}
        </text>
      ))}
      {panels.map(({ net, way }, i) => {
        const wanted = frame.wanted[i];
        if (!wanted) return null;
        const x = columns[way === 'pixels' ? 0 : 1];
        const y = top + (net === 'plain' ? 0 : row);
        return (
          <g key={names[i]}>
            <text x={x} y={y + 1.05 * size} fill="var(--quiet)">
              {nets[net].said}
            </text>
            <Pixels
              pixels={wanted.picture}
              width={across}
              height={height}
              x={x}
              y={y + 1.5 * size}
              size={picture}
              title={`Made ${ways[way]} for ${neuron(state)} of ${nets[net].said}`}
            />
            <Words state={state} wanted={wanted} x={x} y={y + 1.5 * size + picture} size={size} lines={lines} />
          </g>
        );
      })}
      <Axes {...chart} />
      <Lines
        field={field}
        lines={frame.paths.map((path, i) => ({
          label: names[i] ?? '',
          points: path.map((y, x) => ({ x, y })),
          tone: tones[i] ?? 'var(--ink)',
          ...(panels[i]?.way === 'held' ? { dash: '5 3' } : {}),
        }))}
      />
      <Exciting {...side} y={listTop} size={size} frame={frame} state={state} />
    </Svg>
  );
};

export default view;
