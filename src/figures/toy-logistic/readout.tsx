import { atMost, columns, droppedAt, fromWidth, gap, inline, stack, wide } from '../kit/drawing/arrange.ts';
import { Arrow, type Piece, plot, text } from '../kit/drawing/pieces.ts';
import { count, decimal } from '../kit/words/format.ts';
import { overSums } from './axis.tsx';
import { disagreement, type Frame, type State } from './figure.ts';
import { moved } from './logistic.ts';
import { colourOf, px, toneOf } from './marks.tsx';
import { answer, classOf, short } from './words.ts';

/** A number in large figures. */
const big = (content: string, sum: number, times = 2): Piece =>
  text(content, { strong: true, times, tone: toneOf(sum) });

const answerTo = (sum: number, note: string, small: boolean): Piece => {
  const label = classOf(sum);
  const words = [text(label === null ? 'on the line,' : `class ${label},`, { tone: 'ink' }), text(note)];
  return stack([big(short(sum), sum, small ? 1.5 : 2), small ? stack(words) : inline(words, 4)]);
};

/** How many numbers have been moved. */
const noteOf = (count: number, all: number): string =>
  count === all ? 'all ten nudged' : `${count} of ${all} nudged`;

/** Within this the two computations are the same to six decimals. */
const same = 1e-6;

/** What the model answers, in large figures, untouched and now; and TensorFlow.js, where it was asked. */
export const answers = (state: State, frame: Frame): Piece => {
  const { before, sum, nudged, nudges } = frame;
  const apart = disagreement(frame);
  const arrow = plot('arrow', { lines: 2 }, ({ height }) => (
    <Arrow from={[0, height / 2]} to={[18, height / 2]} stroke="var(--quiet)" width={2} />
  ));
  const both = (small: boolean): Piece =>
    columns(
      [
        answerTo(before, 'untouched', small),
        wide(18, nudged > 0 ? arrow : gap(0)),
        wide(
          { share: 1.15 },
          nudged > 0 ? answerTo(sum, noteOf(moved(nudges, nudged), nudges.length), small) : gap(0),
        ),
      ],
      { space: 6 },
    );
  return stack([
    fromWidth(338, atMost(380, both(false)), both(true)),
    // Its room is kept while a run goes on.
    state.check &&
      text(
        apart === null
          ? ''
          : `TensorFlow.js ${apart < same ? 'agrees to six decimals' : 'does not agree to six decimals'}`,
      ),
  ]);
};

/** How many choices of signs flip the answer, in large figures. */
export const flips = ({ flips, ties, patterns, before, after, smallest }: Frame): Piece => {
  const flip = flips === 1 ? 'flips the answer' : 'flip the answer';
  const does = before === 0 && smallest !== null ? `lead to class ${classOf(after) ?? 0}` : flip;
  return stack([
    text(`All ${count(patterns)} choices of signs, one square each`),
    inline([big(count(flips), after), text(`of ${count(patterns)} ${does}`, { tone: 'ink' })], 4),
    ties > 0 && droppedAt(3, text(`${count(ties)} more end${ties === 1 ? 's' : ''} exactly on the line`)),
  ]);
};

/** Within this two sums are the same. */
const equal = 1e-6;

/**
 * What nudges measured by their Euclidean length reach when they go straight along the weights; none where
 * one of the same length goes no further than the sign step.
 */
export const straights = (frame: Frame, step: number): readonly (readonly [words: Piece, arrow: Piece])[] => {
  const { before, after, sameLength, shortLength } = frame;
  if (Math.abs(sameLength - after) <= equal) return [];
  const nudges = [
    { name: 'same length, spent along W (L2):', sum: sameLength },
    { name: `length only ${decimal(step)}, along W (L2):`, sum: shortLength },
  ];
  return nudges.map(({ name, sum }) => [
    inline([text(name), text(answer(sum), { strong: true, tone: toneOf(sum) })], 4),
    overSums('straight', frame, { lines: 1 }, ({ scale, height }) => {
      const [from, to, y] = [px(scale(before)), px(scale(sum)), height / 2];
      return <Arrow from={[from, y]} to={[to, y]} stroke={colourOf(sum - before)} width={2} />;
    }),
  ]);
};
