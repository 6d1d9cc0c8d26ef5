import { digitSide } from '../../data/digit.ts';
import { netWords } from '../../nets/catalogue.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import { cellMeans, enlarge, everyNth, hidden } from '../../lab/sampling.ts';
import type { Vec } from '../../lab/oracle.ts';
import { atMost, columns, foldedAt, fromWidth, stack, wide } from '../kit/drawing/arrange.ts';
import { chart, linear, logOdds } from '../kit/drawing/charts.ts';
import { bare, heading, picture, type Piece, text } from '../kit/drawing/pieces.ts';
import type { WheelFrame } from './frame.ts';
import { netId, steps, type WheelState } from './params.ts';

/** A square picture, so large at most, and two thirds as large where height is short. */
const square = (values: Vec, across: number, most: number): Piece => {
  const drawn = (width: number): Piece =>
    picture({ pixels: toLevels(values), shape: [across, across], most: width + 1 });
  return foldedAt(2, drawn(most), drawn((2 / 3) * most));
};

/**
 * A large picture; what is left of it when one pixel of each cell is kept, and when each cell's mean is; the
 * net's belief in both.
 */
export const hiding = (state: WheelState, frame: WheelFrame & { readonly kind: 'picture' }): Piece => {
  const { factor } = state;
  const whole = hidden(
    enlarge(frame.shown, digitSide, factor),
    frame.hidden,
    digitSide,
    factor,
    frame.index / steps,
  );
  const both = [
    { name: `1 pixel of ${factor ** 2}`, seen: everyNth, answers: frame.kept, tone: 'var(--belief)' },
    { name: `mean of ${factor ** 2}`, seen: cellMeans, answers: frame.means, tone: 'var(--quiet)' },
  ];
  const large = stack(
    [
      heading(`${digitSide * factor} × ${digitSide * factor} pixels`),
      square(whole, digitSide * factor, 7 * digitSide),
      text(`a person: ${state.shown}`, { mark: 'truth', tone: 'ink' }),
    ],
    3,
  );
  const small = stack(
    both.map(({ name, seen, answers }) => {
      const last = answers.at(-1);
      return stack(
        [
          heading(name),
          square(seen(whole, digitSide, factor), digitSide, 3 * digitSide),
          stack([
            text(`net: ${last?.says ?? ''}`, { mark: 'belief', strong: true }),
            text(`${bare(last?.belief ?? 0)}\u00a0% ${state.hidden}`, { under: 'belief' }),
          ]),
        ],
        3,
      );
    }),
    12,
  );
  const beliefs = chart({
    across: linear('share of the hidden picture,\u00a0%', [0, 100]),
    up: logOdds(`what ${netWords(netId).said} gives the ${state.hidden}, %`),
    height: 150,
    lines: both.map(({ name, answers, tone }) => ({
      label: name,
      points: answers.map(({ belief }, i) => ({ x: (100 * i) / steps, y: belief })),
      tone,
      strong: true,
      dots: true,
    })),
  });
  return fromWidth(
    680,
    columns([wide(7 * digitSide + 1, large), wide({ ems: 8 }, small), beliefs], { space: 34 }),
    stack([atMost(360, columns([wide({ share: 1.75 }, large), small], { space: 20 })), beliefs], 16),
  );
};
