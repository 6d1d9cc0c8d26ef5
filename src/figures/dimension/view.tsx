import { fromWidth, grid, stack } from '../kit/drawing/arrange.ts';
import { drawnBy, limitLine, type Piece, text, triptych } from '../kit/drawing/pieces.ts';
import { decimal, percent } from '../kit/words/format.ts';
import { errors, needs, sums } from './charts.tsx';
import type { DimensionFrame } from './frame.ts';
import { params, type DimensionState } from './params.ts';
import { readingOf } from './words.ts';

const magnification = 1 / params.epsilon.max;

const says = (seven: number): readonly Piece[] => [
  text(seven > 0.5 ? 'unit: 7' : 'unit: 3', { mark: 'belief', strong: true }),
  text(percent(Math.max(seven, 1 - seven)), { under: 'belief' }),
];

/** One seven with the nudge against the weights, and the same with random signs. */
const example = (state: DimensionState, frame: DimensionFrame): Piece => {
  const reading = readingOf(state, frame);
  if (reading === undefined) return text('Training has not begun.');
  const { side, seven } = reading;
  const common = { from: reading.picture, shape: [side, side], magnification, most: 85 } as const;
  const limit = [limitLine(`ε = ${decimal(state.epsilon)}`)];
  return stack(
    [
      triptych({
        ...common,
        to: reading.shown,
        heads: ['a seven', `nudge × ${magnification}`, 'it sees'],
        captions: [says(seven[0]), limit, says(seven[1])],
      }),
      triptych({
        ...common,
        to: reading.control,
        heads: ['the same', 'random', 'it sees'],
        captions: [[], limit, says(seven[2])],
      }),
    ],
    12,
  );
};

/** Sums of ten to a million inputs; the ε that digits of four sizes need; one digit; errors against ε. */
export default drawnBy<DimensionState, DimensionFrame>(({ state, frame }) => {
  const pieces = [sums(state, frame), needs(frame), example(state, frame), errors(state, frame)];
  return {
    title:
      'The shift of sums of ten to a million inputs; the ε that digits of four sizes need; a seven, nudged; errors at every ε',
    content: fromWidth(600, grid(pieces, { across: 2, space: 20, rowSpace: 18 }), stack(pieces, 18)),
  };
});
