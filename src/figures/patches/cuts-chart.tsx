import { wilson } from '../../lab/statistics/interval.ts';
import { chart, measured, type Quantity, shares } from '../kit/drawing/charts.ts';
import type { Piece } from '../kit/drawing/pieces.ts';
import { count } from '../kit/words/format.ts';
import { cuts, type Tally } from './frame.ts';
import { meanSure } from './words.ts';

const across: Quantity = {
  name: 'patches along each side',
  place: (value) => Math.log2(value) / Math.log2(cuts.at(-1) ?? 2),
  ticks: cuts.map((value) => ({ value, text: String(value) })),
};

/** How often the net is right, and how sure it is of whatever it says, by the number of patches. */
export const cutsChart = (tallies: readonly Tally[]): Piece => {
  const known = tallies.map((tally, i) => ({ tally, cut: cuts[i] ?? 1 })).filter(({ tally }) => tally.n > 0);
  return chart({
    across,
    up: shares(`% of ${count(tallies[0]?.n ?? 0)} pictures`),
    height: 150,
    lines: [
      {
        label: 'right',
        points: known.map(({ tally, cut }) => measured(cut, wilson(tally.shape, tally.n))),
        tone: 'var(--truth)',
        dots: true,
        strong: true,
      },
      {
        label: 'how sure',
        points: known.map(({ tally, cut }) => ({ x: cut, y: meanSure(tally) })),
        tone: 'var(--belief)',
        dash: '5 3',
      },
    ],
  });
};
