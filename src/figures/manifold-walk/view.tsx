import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear, logOdds } from '../kit/drawing/chart/quantity.ts';
import type { View } from '../kit/contract/figure.ts';
import { fixed, shortPercent } from '../kit/words/format.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import { sigmoid } from '../../lab/softmax.ts';
import { stopsOf, walks, type ManifoldWalkFrame, type Path, type Walk } from './frame.ts';
import type { ManifoldWalkState } from './params.ts';
import { describe, names, shortNames, sureAt } from './words.ts';

const layouts = {
  wide: { width: 720, size: 13, picture: 84, left: 190, pitch: 106, row: 122, chart: 210, room: 6.2, beside: true },
  narrow: { width: 340, size: 13, picture: 56, left: 1, pitch: 70, row: 106, chart: 190, room: 5.6, beside: false },
} as const;

const tones: Readonly<Record<Walk, string>> = {
  manifold: 'var(--truth)',
  straight: 'var(--quiet)',
  random: 'var(--accent)',
  attack: 'var(--belief)',
};

/** How far the scale of log-odds reaches to both sides. */
const ends = [1e-7, 1 - 1e-7] as const;

const pixels = 784;

interface StripProps {
  readonly walk: Walk;
  readonly path: Path;
  readonly digit: number;
  readonly stops: readonly number[];
  readonly y: number;
  readonly layout: 'wide' | 'narrow';
}

/** What stands under a picture: how sure the net is of the digit, or what it says instead. */
const under = (path: Path, digit: number, stop: number): { readonly text: string; readonly misread: boolean } => {
  const says = path.says[stop] ?? digit;
  return says === digit
    ? { text: shortPercent(sureAt(path, stop)), misread: false }
    : { text: `says ${says}`, misread: true };
};

/** The pictures of one walk at its stops, each with what the net says of it. */
const Strip = ({ walk, path, digit, stops, y, layout }: StripProps) => {
  const { size, picture, left, pitch, beside } = layouts[layout];
  const top = beside ? y : y + 1.5 * size;
  return (
    <g font-size={size}>
      <text x={1} y={beside ? y + picture / 2 : y + size} font-weight={600} fill={tones[walk]}>
        {names[walk]}
      </text>
      {stops.map((stop, i) => {
        const x = left + i * pitch;
        const { text, misread } = under(path, digit, stop);
        return (
          <g key={stop} fill={misread ? 'var(--ink)' : 'var(--quiet)'} font-weight={misread ? 600 : 400}>
            <Pixels
              pixels={path.pictures.subarray(i * pixels, (i + 1) * pixels)}
              width={28}
              height={28}
              x={x}
              y={top}
              size={picture}
            />
            <text x={x} y={top + picture + 1.3 * size}>
              {beside ? text : text.replace('\u00a0%', '')}
            </text>
          </g>
        );
      })}
    </g>
  );
};

/** Four strips of pictures, each further from the digit to the right, and how sure the net is of it along each way. */
const ManifoldWalk: View<ManifoldWalkState, ManifoldWalkFrame> = ({ state, frame, layout, id }) => {
  const { width, size, picture, row, chart: height, room, left, pitch } = layouts[layout];
  const wide = layout === 'wide';
  const { paths, digit, stops } = frame;
  const far = Math.max(1, ...paths.map(({ length }) => length.at(-1) ?? 0));
  const head = (wide ? 2.2 : 3.8) * size;
  const chartTop = head + walks.length * row + 0.8 * size;
  const chart = {
    ...{ x: 0, y: chartTop, width, size, height, room },
    across: linear(wide ? 'length of the change from the first picture (L2)' : 'length of the change (L2)', [0, far]),
    up: logOdds(`how sure it is of ${digit}, % (log-odds)`, ends),
  };
  const field = fieldOf(chart);
  return (
    <Svg id={id} width={width} height={chartTop + chartHeight(height, size)} air={0} title={describe(state, frame)}>
      <g font-size={size} fill="var(--quiet)">
        {wide ? (
          <>
            <text x={1} y={size}>
              length of the change
            </text>
            <text x={1} y={head - 0.6 * size + picture + 1.3 * size}>{`how sure it is of ${digit}`}</text>
          </>
        ) : (
          <text x={1} y={size}>{`length of the change; below: how sure of ${digit}, %`}</text>
        )}
        {stopsOf(state.steps).map((stop, i) => (
          <text key={stop} x={left + i * pitch} y={head - 1.2 * size}>
            {stop <= frame.step ? (i === 0 ? '0' : fixed(paths[0]?.length[stop] ?? 0, 1)) : '…'}
          </text>
        ))}
      </g>
      {walks.map((walk, i) => (
        <Strip key={walk} {...{ walk, digit, stops, layout }} path={paths[i] as Path} y={head + i * row - 0.6 * size} />
      ))}
      <path d={`M${field.left} ${field.py(0.5)}H${field.right}`} stroke="var(--edge)" stroke-dasharray="2 3" />
      <Axes {...chart} />
      <Lines
        field={field}
        lines={walks.map((walk, i) => ({
          label: shortNames[walk],
          tone: tones[walk],
          strong: walk === 'attack' || walk === 'manifold',
          points: (paths[i]?.odds ?? []).map((odds, step) => ({
            x: paths[i]?.length[step] ?? 0,
            y: Math.min(1 - 1e-9, Math.max(1e-9, sigmoid(odds))),
          })),
        }))}
      />
    </Svg>
  );
};

export default ManifoldWalk;
