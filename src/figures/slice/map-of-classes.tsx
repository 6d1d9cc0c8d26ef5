import { decimal } from '../kit/words/format.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import type { SliceFrame } from './frame.ts';
import { colourOf } from './map-colours.ts';
import { sideOf, type SliceState } from './params.ts';
import { regionLabels } from './regions.ts';
import { axisNames } from './words.ts';

export interface MapProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Width and height of the map. */
  readonly map: number;
  readonly state: SliceState;
  readonly frame: SliceFrame;
  /** The chosen place. */
  readonly column: number;
  readonly row: number;
}

/** The map as a picture, its first row at the bottom; rows that are not drawn yet are white. */
const painted = ({ predicted, confidence, step }: SliceFrame, side: number): Uint8Array => {
  const pixels = new Uint8Array(3 * side * side).fill(255);
  for (let i = 0; i < side * step; i++) {
    const above = side - 1 - Math.floor(i / side);
    pixels.set(colourOf(predicted[i] as number, confidence[i] as number), 3 * (above * side + (i % side)));
  }
  return pixels;
};

const halo = {
  stroke: 'var(--on-map-halo)',
  'stroke-width': 4,
  'paint-order': 'stroke',
  'stroke-linejoin': 'round',
} as const;

/** What the net says at each place of the plane: a colour and a digit for each class, the circle of ε, the attacks, the chosen place. */
export const MapOfClasses = ({ x, y, size, map, state, frame, column, row }: MapProps) => {
  const side = sideOf(state);
  const top = y + 1.7 * size;
  const [middleX, middleY] = [x + map / 2, top + map / 2];
  const unit = map / (2 * state.extent);
  // A place is drawn as a square; the outermost ones stand half a square inside.
  const pitch = map / side;
  const scale = (map - pitch) / map;
  const px = (u: number): number => middleX + u * unit * scale;
  const py = (v: number): number => middleY - v * unit * scale;
  const at = { x: x + (column + 0.5) * pitch, y: top + map - (row + 0.5) * pitch };
  const [across, up] = axisNames(state);
  const cellOf = (u: number, v: number) => ({
    column: (px(u) - x) / pitch - 0.5,
    row: (top + map - py(v)) / pitch - 0.5,
  });
  const below = 1.3 * size;
  const taken = [
    cellOf(0, 0),
    ...frame.attacks.map(({ u, v }) => cellOf(u, v)),
    { column, row },
    ...(state.radius > 0
      ? [
          cellOf(state.radius, 0),
          cellOf(-state.radius, 0),
          cellOf(0, state.radius),
          cellOf(0, -state.radius - below / (unit * scale)),
        ]
      : []),
  ];
  const ticks = [-state.extent, -state.extent / 2, 0, state.extent / 2, state.extent];
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={x} y={y + size} fill="var(--quiet)">
        ↑ {up}
      </text>
      <g data-set="across={x:-1:1}&up={y:1:-1}" style="cursor: crosshair">
        <Pixels pixels={painted(frame, side)} width={side} height={side} x={x} y={top} size={map} />
      </g>
      <g pointer-events="none">
        {state.radius > 0 && state.radius < state.extent ? (
          <>
            <circle
              cx={middleX}
              cy={middleY}
              r={state.radius * unit * scale}
              fill="none"
              stroke="var(--on-map-halo)"
              stroke-width={3.5}
            />
            <circle
              cx={middleX}
              cy={middleY}
              r={state.radius * unit * scale}
              fill="none"
              stroke="var(--on-map)"
              stroke-width={1.5}
              stroke-dasharray="5 3"
            />
            <text x={middleX} y={py(-state.radius) + below} text-anchor="middle" fill="var(--on-map)" {...halo}>
              ε = {decimal(state.radius)}
            </text>
          </>
        ) : null}
        {regionLabels(frame.predicted, side, frame.step, (side * side) / 120, taken, 23 / pitch).map(
          ({ label, column: c, row: r }) => (
            <text
              key={label}
              x={x + (c + 0.5) * pitch}
              y={top + map - (r + 0.5) * pitch + 0.38 * 20}
              font-size={20}
              font-weight={650}
              text-anchor="middle"
              fill="var(--on-map)"
              {...halo}
            >
              {label}
            </text>
          ),
        )}
        <path
          d={`M${middleX - 6} ${middleY}h12M${middleX} ${middleY - 6}v12`}
          stroke="var(--on-map-halo)"
          stroke-width={4}
        />
        <path
          d={`M${middleX - 6} ${middleY}h12M${middleX} ${middleY - 6}v12`}
          stroke="var(--on-map)"
          stroke-width={1.75}
        />
        {frame.attacks.map(({ u, v }, i) => (
          <circle
            key={i}
            cx={px(u)}
            cy={py(v)}
            r={4}
            fill="var(--on-map)"
            stroke="var(--on-map-halo)"
            stroke-width={1.5}
          />
        ))}
        <circle cx={at.x} cy={at.y} r={8} fill="none" stroke="var(--on-map-halo)" stroke-width={5} />
        <circle cx={at.x} cy={at.y} r={8} fill="none" stroke="var(--on-map-chosen)" stroke-width={2.5} />
      </g>
      <g fill="var(--quiet)">
        {ticks.map((value) => (
          <g key={value}>
            <text x={px(value)} y={top + map + 1.3 * size} text-anchor="middle">
              {decimal(value, 1)}
            </text>
            <text x={x - 6} y={py(value) + 0.36 * size} text-anchor="end">
              {decimal(value, 1)}
            </text>
          </g>
        ))}
        <text x={x + map} y={top + map + 2.7 * size} text-anchor="end">
          {across} → (distances in L2)
        </text>
      </g>
    </g>
  );
};
