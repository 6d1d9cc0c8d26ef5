import { atMost, centred, columns, fromWidth, gap, grid, stack, wide } from '../kit/drawing/arrange.ts';
import { besideField, type ChartSpec } from '../kit/drawing/charts.ts';
import { heading, picture, type Piece, plot, text } from '../kit/drawing/pieces.ts';
import { fixed } from '../kit/words/format.ts';
import { rules, type DeconvolutionFrame } from './frame.ts';
import { mapPixels } from './map-pixels.ts';
import { layersOf, sideOf, type DeconvolutionState } from './params.ts';
import { layersNamed, nameOf, ruleNames } from './words.ts';

/** Width of a map at most. */
const most = 65;

/** The place of a map that is yet to come. */
const place: Piece = centred(
  atMost(
    most,
    plot('place', { ofWidth: 1 }, ({ width, height }) => (
      <rect x={0.5} y={0.5} width={width - 1} height={height - 1} fill="none" stroke="var(--rule)" />
    )),
  ),
);

/** The map of one rule with so many layers shuffled, and how like the first it is. */
const cell = (
  state: DeconvolutionState,
  { shuffled }: DeconvolutionFrame,
  r: number,
  layers: number,
): Piece => {
  const rule = rules[r] ?? 'gradient';
  const one = shuffled[layers - 1];
  const side = sideOf(state);
  if (one === undefined) return stack([place, text('\u00a0')]);
  const map = one.maps[r];
  return stack([
    centred(
      picture({
        pixels: mapPixels(map),
        shape: [side, side],
        most,
        title: `${ruleNames[rule]}: ${layersNamed(state, layers)} shuffled`,
      }),
    ),
    text(map?.every((value) => value === 0) === true ? 'empty' : fixed(one.like[r] ?? 0, 2), {
      align: 'middle',
      tone: 'ink',
    }),
  ]);
};

/**
 * Words beside a row of cells that stand above the ticks of the chart from 1 on; or above cells as far apart
 * as there is room.
 */
const row =
  (words: Piece, cells: readonly Piece[], below: ChartSpec): Piece =>
  (room) => {
    const { left, right } = besideField(below, room);
    const half = (room.width - left - right) / cells.length / 2;
    const places = grid(cells, { across: cells.length });
    return fromWidth(
      600,
      columns([wide(left + half, words), places, wide(Math.max(0, right - half), gap(0))], {
        align: 'middle',
      }),
      stack([words, places], 2),
    )(room);
  };

/**
 * The maps of the same question with more and more layers shuffled, rule by rule, above the chart that
 * measures them.
 */
export const cascade = (state: DeconvolutionState, frame: DeconvolutionFrame, below: ChartSpec): Piece => {
  const numbers = Array.from({ length: layersOf(state) }, (_, i) => i + 1);
  return stack(
    [
      heading(`for ${nameOf(state, frame.label)} again, layers shuffled from the\u00a0answers\u00a0down`),
      row(
        gap(0),
        numbers.map((layers) => text(layers === 1 ? '1 layer' : String(layers), { align: 'middle' })),
        below,
      ),
      ...rules.map((rule, r) =>
        row(
          text(rule),
          numbers.map((layers) => cell(state, frame, r, layers)),
          below,
        ),
      ),
    ],
    4,
  );
};
