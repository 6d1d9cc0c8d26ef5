import { atEnd, columns, droppedAt, fromWidth, gap, inset, stack, wide } from '../kit/drawing/arrange.ts';
import { drawnBy, type Piece, text } from '../kit/drawing/pieces.ts';
import { decimal } from '../kit/words/format.ts';
import { guided, percentages, sides, ticks } from './axis.tsx';
import { curve } from './curve.tsx';
import type { Frame, State } from './figure.ts';
import { moved } from './logistic.ts';
import { head, keys, rows, total } from './products.tsx';
import { answers, flips, straights } from './readout.tsx';
import { squares } from './squares.tsx';
import { reach, stairs, way } from './stair.tsx';
import { answer, nudgesOf } from './words.ts';

const sumName = text('sum W · x, the log-odds of class 1', { tone: 'ink' });
const probabilityName = text('the same as a probability of class 1');
const stairsName = text('sum after each nudge');

/** Share of the width in which the plots stand, right of their words. */
const share = 0.39;

const beside = (words: Piece, plot: Piece): Piece =>
  columns([wide({ share: 1 - share }, inset({ right: 12 }, words)), wide({ share }, plot)]);

/** All plots right of their words, one below the other without a gap: the lines behind them go through. */
const onWide = (state: State, frame: Frame): Piece => {
  const straight = straights(frame, state.step);
  const legend = columns([wide({ ems: 6.9 }, gap(0)), keys(state.step)]);
  const nudges = [
    beside(atEnd(stairsName), sides(frame)),
    beside(legend, gap(0)),
    beside(
      stack([head(true, frame), ...rows(true, state, frame)]),
      stairs(frame, { lines: frame.sums.length }, false),
    ),
  ];
  const results = [
    beside(total(true, frame), gap(0)),
    beside(atEnd(text(reach(frame, state.step))), way(frame)),
    gap(12),
    beside(stack([text('The sigmoid makes the sum a probability'), answers(state, frame)]), curve(frame)),
    gap(12),
    beside(
      flips(frame),
      squares(frame, { full: straight.length > 0 ? 98 : 148, least: 56 }, straight.length > 0),
    ),
    straight.length > 0 && gap(12),
    ...straight.map(([words, arrow]) => beside(atEnd(words), arrow)),
  ];
  return stack([
    guided(frame, [], stack(nudges), share),
    guided(frame, [frame.before, frame.sum], stack(results), share),
    beside(inset({ top: 4 }, atEnd(sumName)), ticks(frame)),
    droppedAt(3, beside(atEnd(probabilityName), percentages(frame))),
  ]);
};

/** All plots below their words; the lines behind them are interrupted where words stand. */
const onNarrow = (state: State, frame: Frame): Piece => {
  const straight = straights(frame, state.step);
  const over = (plot: Piece): Piece => guided(frame, [frame.before, frame.sum], plot);
  const parts = [
    [answers(state, frame)],
    [keys(state.step), head(false, frame), ...rows(false, state, frame), total(false, frame)],
    [
      stairsName,
      guided(frame, [], stack([sides(frame), stairs(frame, { full: 96, least: 66 }, true)])),
      over(way(frame)),
      text(reach(frame, state.step)),
    ],
    [over(curve(frame))],
    [
      flips(frame),
      gap(8),
      over(squares(frame, { full: straight.length > 0 ? 84 : 152, least: 50 }, straight.length > 0)),
      ...straight.flatMap(([words, arrow]) => [inset({ top: 4 }, words), over(arrow)]),
      ticks(frame),
      sumName,
      droppedAt(3, stack([percentages(frame), probabilityName])),
    ],
  ];
  return stack(
    parts.map((pieces) => stack(pieces)),
    14,
  );
};

/**
 * The ten products, and over one shared axis of sums: the sum after each nudge, the sigmoid, all sign
 * patterns, L2.
 */
export default drawnBy<State, Frame>(({ state, frame }) => ({
  title: `Ten products add up to ${decimal(frame.before)}, ${answer(frame.before)}; after ${nudgesOf(moved(frame.nudges, frame.nudged))} of ${decimal(state.step)} to ${decimal(frame.sum)}, ${answer(frame.sum)}.`,
  content: fromWidth(640, onWide(state, frame), onNarrow(state, frame)),
}));
