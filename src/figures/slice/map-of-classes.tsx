import { numberAt } from '../../lab/vec.ts';
import { inset, stack } from '../kit/drawing/arrange.ts';
import { type Tick, tickRow } from '../kit/drawing/charts.ts';
import {
  halo as paperHalo,
  label,
  labelled,
  type Piece,
  Pixels,
  type Place,
  plot,
  text,
  toBaseline,
} from '../kit/drawing/pieces.ts';
import { decimal } from '../kit/words/format.ts';
import type { SliceFrame } from './frame.ts';
import { colourOf } from './map-colours.ts';
import { chosenCell, sideOf, type SliceState } from './params.ts';
import { regionLabels } from './regions.ts';
import { axisNames } from './words.ts';

/** The map as a picture, its first row at the bottom; rows that are not drawn yet are white. */
const painted = ({ predicted, confidence, step }: SliceFrame, side: number): Uint8Array => {
  const pixels = new Uint8Array(3 * side * side).fill(255);
  for (let i = 0; i < side * step; i++) {
    const above = side - 1 - Math.floor(i / side);
    pixels.set(colourOf(numberAt(predicted, i), numberAt(confidence, i)), 3 * (above * side + (i % side)));
  }
  return pixels;
};

const halo = { ...paperHalo, stroke: 'var(--on-map-halo)' } as const;
const mark = { fill: 'var(--on-map)', stroke: 'var(--on-map-halo)', 'stroke-width': 1.5 } as const;

/**
 * Where a distance stands on a map of that width, from left to right: a place is a square, the outermost half
 * a square inside.
 */
const across =
  (state: SliceState, map: number) =>
  (distance: number): number =>
    map / 2 + (distance * (map - map / sideOf(state))) / (2 * state.extent);

const ticksOf = ({ extent }: SliceState): readonly Tick[] =>
  [-1, -0.5, 0, 0.5, 1].map((share) => ({ value: share * extent, text: decimal(share * extent, 1) }));

/** The map itself with all that is marked on it, and left of it the distances up. */
const marked = (state: SliceState, frame: SliceFrame, { width: map, size }: Place) => {
  const [column, row] = chosenCell(state);
  const side = sideOf(state);
  const middle = map / 2;
  const pitch = map / side;
  const px = across(state, map);
  const py = (v: number): number => map - px(v);
  const unit = px(1) - middle;
  const cellOf = (u: number, v: number) => ({ column: px(u) / pitch - 0.5, row: px(v) / pitch - 0.5 });
  const cross = `M${middle - 6} ${middle}h12M${middle} ${middle - 6}v12`;
  const below = 1.3 * size;
  const ball = { cx: middle, cy: middle, r: state.radius * unit, fill: 'none' } as const;
  const ring = { cx: (column + 0.5) * pitch, cy: map - (row + 0.5) * pitch, r: 8, fill: 'none' } as const;
  const taken = [
    cellOf(0, 0),
    ...frame.attacks.map(({ u, v }) => cellOf(u, v)),
    { column, row },
    ...(state.radius > 0
      ? [
          cellOf(state.radius, 0),
          cellOf(-state.radius, 0),
          cellOf(0, state.radius),
          cellOf(0, -state.radius - below / unit),
        ]
      : []),
  ];
  return (
    <g font-size={size}>
      <g data-set="across={x:-1:1}&up={y:1:-1}" style="cursor: crosshair">
        <Pixels pixels={painted(frame, side)} width={side} height={side} x={0} y={0} size={map} />
      </g>
      <g pointer-events="none">
        {state.radius > 0 && state.radius < state.extent ? (
          <>
            <circle {...ball} stroke="var(--on-map-halo)" stroke-width={3.5} />
            <circle {...ball} stroke="var(--on-map)" stroke-width={1.5} stroke-dasharray="5 3" />
            <text
              x={middle}
              y={py(-state.radius) + below}
              text-anchor="middle"
              fill="var(--on-map)"
              {...halo}
            >
              ε = {decimal(state.radius)}
            </text>
          </>
        ) : null}
        {regionLabels(frame.predicted, side, frame.step, (side * side) / 120, taken, 23 / pitch).map(
          ({ label, column: c, row: r }) => (
            <text
              key={label}
              x={(c + 0.5) * pitch}
              y={map - (r + 0.5) * pitch + 0.38 * 20}
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
        <path d={cross} stroke="var(--on-map-halo)" stroke-width={4} />
        <path d={cross} stroke="var(--on-map)" stroke-width={1.75} />
        {frame.attacks.map(({ u, v }, i) => (
          <circle key={i} cx={px(u)} cy={py(v)} r={4} {...mark} />
        ))}
        <circle {...ring} stroke="var(--on-map-halo)" stroke-width={5} />
        <circle {...ring} stroke="var(--on-map-chosen)" stroke-width={2.5} />
      </g>
    </g>
  );
};

/** Room around the map for its numbers. */
const margin = { left: 36, right: 6 } as const;
const air = { top: 3, bottom: 4 } as const;

/**
 * What the net says at each place of the plane: a colour and a digit for each class, the circle of ε, the
 * attacks, the chosen place.
 */
export const mapOfClasses = (state: SliceState, frame: SliceFrame): Piece => {
  const [right, up] = axisNames(state);
  const map = plot('map', { ofWidth: 1 }, (place) => marked(state, frame, place));
  return stack([
    inset(margin, text(`↑ ${up}`)),
    labelled(inset({ ...margin, ...air }, map), ({ height, size }) => {
      const side = height - air.top - air.bottom;
      return ticksOf(state).map(({ value, text: written }) => {
        const y = air.top + side - across(state, side)(value) + toBaseline * size;
        return label(written, { x: margin.left - 6, y }, { size, anchor: 'end' });
      });
    }),
    tickRow(
      ticksOf(state),
      (value, width) => margin.left + across(state, width - margin.left - margin.right)(value),
    ),
    inset(margin, text(`${right} → (distances in L2)`, { align: 'end' })),
  ]);
};
