import { beside, stack, wide } from '../kit/drawing/arrange.ts';
import { byStep, chart, logOdds, upright, wholes } from '../kit/drawing/charts.ts';
import { drawnBy, label, type Piece } from '../kit/drawing/pieces.ts';
import type { FoolingClassFrame } from './frame.ts';
import { gallery } from './gallery.tsx';
import { measured } from './measured.ts';
import { lastRound, type FoolingClassState } from './params.ts';

const tones = { cppn: 'var(--belief)', direct: 'var(--minus)' } as const;
const names = { cppn: 'patterns', direct: 'pixels' } as const;

const sure = (name: string) => logOdds(name, [0.01, 0.999999]);

/** How sure the attacked net grows, generation by generation. */
const live = ({ generations, round, encoding }: FoolingClassState, { medians }: FoolingClassFrame): Piece =>
  chart({
    across: wholes('generations', [0, generations], 4),
    up: sure('confidence in the digit, %, median of 10'),
    height: 160,
    lines: [
      {
        label: `round ${round}`,
        points: byStep(medians),
        tone: tones[encoding],
        strong: true,
      },
    ],
  });

/** What was reached in every round, beforehand; this run's as an open ring. */
const rounds = ({ round, encoding }: FoolingClassState, { medians }: FoolingClassFrame): Piece => {
  const now = medians.at(-1) ?? 0;
  const late = round > 3;
  return chart({
    across: wholes('round', [0, lastRound], lastRound),
    up: sure('the same after 200 generations, measured'),
    height: 160,
    lines: (['cppn', 'direct'] as const).map((one) => ({
      label: names[one],
      points: measured.map((each) => ({ x: each.round, y: each.sure[one] })),
      tone: tones[one],
      dots: true,
      strong: one === encoding,
    })),
    under: (field) => upright(round, field),
    spots: [{ x: round, y: now, tone: tones[encoding], r: 4, hollow: true }],
    words: ({ px, top, bottom, size }) => {
      const at = { x: px(round) + (late ? -9 : 9), y: now > 0.5 ? bottom - 0.6 * size : top + size };
      return [label('this run', at, { size, anchor: late ? 'end' : 'start' })];
    },
  });
};

/**
 * Ten evolved pictures with what two nets say of them; how sure the attacked net grows; what became of it in
 * every round.
 */
export default drawnBy<FoolingClassState, FoolingClassFrame>(({ state, frame }) => {
  const [first, second] = [live(state, frame), rounds(state, frame)];
  return {
    title:
      'Ten pictures evolved against a net with a class for nonsense, and what that net and the next say of them; its confidence by generation; the confidence reached in each round',
    content: stack(
      [gallery(state, frame), beside([first, wide({ share: 1.03 }, second)], { space: 36, below: 16 })],
      14,
    ),
  };
});
