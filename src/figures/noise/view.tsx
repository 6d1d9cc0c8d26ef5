import { digitAt } from '../../data/digit.ts';
import { sigmoid } from '../../lab/softmax.ts';
import { netWords } from '../../nets/catalogue.ts';
import { columns, fromWidth, grid, stack, wide } from '../kit/drawing/arrange.ts';
import { chart, type Field, linear, logOdds } from '../kit/drawing/charts.ts';
import { bare, drawnBy, heading, picture, type Piece, text } from '../kit/drawing/pieces.ts';
import { count, decimal } from '../kit/words/format.ts';
import { bins, type NoiseFrame } from './frame.ts';
import type { NoiseState } from './params.ts';
import { shares } from './shares.tsx';
import { kinds, shownOf } from './words.ts';

type Shown = ReturnType<typeof shownOf>;

/** Five pictures, and what the net says of each. */
const five = (frame: NoiseFrame, { says, surely }: Shown): Piece =>
  grid(
    says.map((said, i) =>
      stack(
        [
          picture({ pixels: digitAt(frame.first, i), most: 85 }),
          text(`${said}, ${bare(surely[i] ?? 0)}`, { mark: 'belief', tone: 'ink' }),
        ],
        2,
      ),
    ),
    { across: says.length, space: 4 },
  );

/** The picture of all that the net is surest of. */
const surest = ({ best, bestSays, bestSure }: Shown): Piece => {
  const large = picture({ pixels: best, most: 225 });
  const words = `the surest of all: ${bestSays}, ${bare(bestSure)}\u00a0%`;
  return fromWidth(
    240,
    columns([wide(170, picture({ pixels: best, most: 170 })), heading(words)], { space: 12 }),
    stack([large, heading(words)], 4),
  );
};

const bars = ({ histogram }: Shown, drawn: number, { px, py, bottom }: Field) =>
  histogram.map((n, bin) => {
    const from = px(sigmoid(bins.from + bin * bins.width));
    const to = px(sigmoid(bins.from + (bin + 1) * bins.width));
    const top = py(n / drawn);
    return n === 0 || to - from < 1 ? null : (
      <rect
        key={bin}
        x={from + 0.5}
        y={top}
        width={to - from - 1}
        height={bottom - top}
        fill="var(--belief)"
      />
    );
  });

/** How sure the net is of all pictures. */
const histogram = (state: NoiseState, frame: NoiseFrame, net: Shown): Piece => {
  const largest = Math.max(0.1, ...net.histogram.map((n) => n / frame.drawn));
  return chart({
    across: logOdds(`how sure ${netWords(state.net).said} is, %`, [
      0.1,
      sigmoid(bins.from + bins.count * bins.width),
    ]),
    up: linear('share of the pictures, %', [0, largest], {
      count: 3,
      format: (value) => decimal(100 * value, 1),
    }),
    height: 96,
    over: (field) => bars(net, frame.drawn, field),
  });
};

/**
 * Some of the pictures, the one a net is surest of, how sure it is of all of them, and the shares of several
 * nets.
 */
export default drawnBy<NoiseState, NoiseFrame>(({ state, frame }) => {
  const net = shownOf(state, frame);
  const [some, all] = [five(frame, net), histogram(state, frame, net)];
  return {
    title:
      'Pictures drawn by chance; the one that a net is surest of; a histogram of its confidence; for five nets the share of pictures that they are sure of, with bounds',
    content: stack(
      [
        stack([
          heading(`${count(frame.drawn)} pictures of ${kinds[state.kind]}`),
          text(`five of them, and what ${netWords(state.net).said} says, %`),
        ]),
        fromWidth(
          600,
          columns([stack([some, all], 18), wide(226, surest(net))], { space: 34 }),
          stack([some, surest(net), all], 16),
        ),
        shares(state, frame),
      ],
      12,
    ),
  };
});
