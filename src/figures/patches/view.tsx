import { foldedAt, fromWidth, grid, stack } from '../kit/drawing/arrange.ts';
import { bare, drawnBy, heading, picture, type Piece, text } from '../kit/drawing/pieces.ts';
import { cutsChart } from './cuts-chart.tsx';
import { cuts, drawingSide, type Card, type PatchesFrame } from './frame.ts';
import { isShuffle, wornName, type PatchesState } from './params.ts';
import { tallied } from './tallies.tsx';
import { nameOf } from './words.ts';

/** A drawing of ours, a whole number of times as large, and what the net says of it. */
const card = (label: number, { title, picture: pixels, answer, sure }: Card): Piece => {
  const enlarged = (times: number): Piece =>
    picture({
      pixels,
      shape: [drawingSide, drawingSide],
      most: times * drawingSide + 1,
      title: `${nameOf(label)}, ${title}`,
    });
  return stack(
    [
      heading(title),
      foldedAt(2, fromWidth(3 * drawingSide + 1, enlarged(3), enlarged(2)), enlarged(1)),
      stack([
        text(`net: ${nameOf(answer)}`, { mark: 'belief', tone: 'ink', strong: answer === label }),
        text(`${bare(sure)}\u00a0%`, { under: 'belief' }),
      ]),
    ],
    2,
  );
};

/**
 * A drawing changed in several ways, what the net says of each, and what it says of all our drawings so
 * changed.
 */
export default drawnBy<PatchesState, PatchesFrame>(({ state, frame }) => {
  const shuffled = isShuffle(state);
  const most = shuffled ? cuts.length : 4;
  const cards = frame.cards.map((one) => card(frame.label, one));
  const across = (many: number): Piece => grid(cards, { across: many, space: 14 });
  return {
    title: shuffled
      ? `Our drawing of ${nameOf(frame.label)} cut into more and more patches and shuffled, and how often the net is right`
      : `Our drawing of ${nameOf(frame.label)}: as drawn, in one colour, dressed in ${wornName(state)}, and that surface alone; what the net says of each`,
    content: stack(
      [
        fromWidth(600, across(most), fromWidth(430, across(Math.ceil(most / 2)), across(2))),
        shuffled ? cutsChart(frame.tallies) : tallied(frame.tallies),
      ],
      20,
    ),
  };
});
