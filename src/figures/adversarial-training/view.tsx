import { netWords } from '../../nets/catalogue.ts';
import { wilson } from '../../lab/statistics/interval.ts';
import { beside, headed, stack, wide } from '../kit/drawing/arrange.ts';
import { chart, linear, measured, type Point, shares, upright } from '../kit/drawing/charts.ts';
import {
  type AnswerRow,
  answers,
  drawnBy,
  heading,
  picture,
  type Piece,
  signedPixels,
  text,
} from '../kit/drawing/pieces.ts';
import { decimal } from '../kit/words/format.ts';
import type { Trained, TrainingFrame } from './frame.ts';
import { epsilonOf, isSmall, readyNets, type TrainingState } from './params.ts';
import { namesOf } from './words.ts';

/** The chosen digit, and for each net where more light would raise its error. */
const matters = (state: TrainingState, { side, digits, plain, robust }: TrainingFrame): Piece => {
  const pixels = side * side;
  const part = <Numbers extends Uint8Array | Int8Array>(all: Numbers): Numbers =>
    all.subarray(state.digit * pixels, (state.digit + 1) * pixels) as Numbers;
  const gradient = (net: Trained): Uint8Array =>
    signedPixels(
      Float32Array.from(part(net.gradient), (value) => value / 127),
      1,
    );
  const panel = (head: string, shown: Uint8Array) => ({
    head: heading(head),
    piece: picture({ pixels: shown, shape: [side, side], most: 85 }),
  });
  const [one, other] = isSmall(state)
    ? ['the usual net', 'the trained net']
    : [netWords(readyNets.plain).said, netWords(readyNets.robust).said];
  return stack(
    [
      headed(
        [
          panel('digit', part(digits)),
          panel(`what matters to ${one}`, gradient(plain)),
          panel(`what matters to ${other}`, gradient(robust)),
        ],
        { space: 8 },
      ),
      text('orange: more light there raises the error; blue: less does; each scaled to its largest'),
    ],
    4,
  );
};

const curves = (state: TrainingState, { labels, plain, robust, epsilons }: TrainingFrame): Piece => {
  const [one, other] = namesOf(state);
  const points = ({ right }: Trained): readonly Point[] =>
    right.map((count, i) => measured(epsilons[i] ?? 0, wilson(count, labels.length)));
  return chart({
    across: linear('ε per pixel', [0, isSmall(state) ? 0.3 : 0.5]),
    up: shares(`read rightly, % of ${labels.length}`),
    height: 180,
    under: (field) => upright(epsilonOf(state), field),
    lines: [
      { label: one, points: points(plain), tone: 'var(--quiet)', dots: true },
      { label: other, points: points(robust), tone: 'var(--belief)', dots: true, strong: true },
    ],
  });
};

const attacked = (state: TrainingState, { side, labels, plain, robust, at }: TrainingFrame): Piece => {
  const [one, other] = namesOf(state);
  const rowOf = (name: string, { attacked: pictures, says }: Trained): AnswerRow => ({
    name,
    pictures,
    answers: Array.from(says, (said, i) => ({
      text: String(said),
      fooled: said !== labels[i],
      set: `digit=${i}`,
      chosen: i === state.digit,
    })),
  });
  return answers({
    title: `attacked at ε = ${decimal(at)}, and what each says`,
    rows: [rowOf(one, plain), rowOf(other, robust)],
    side,
  });
};

/**
 * A digit and what each net's loss hangs on; how many digits both read at each ε; ten digits as attacked on
 * each of them.
 */
export default drawnBy<TrainingState, TrainingFrame>(({ state, frame }) => {
  const [left, right] = [matters(state, frame), curves(state, frame)];
  return {
    title:
      'A digit and the gradient of two nets at it; the share of digits that each reads at every ε; ten digits as attacked on each',
    content: stack([beside([wide(310, left), right], { space: 30, below: 14 }), attacked(state, frame)], 16),
  };
});
