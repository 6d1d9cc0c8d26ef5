import { beside, stack, wide } from '../kit/drawing/arrange.ts';
import { chart, linear, logOdds, upright } from '../kit/drawing/charts.ts';
import { drawnBy, type Piece } from '../kit/drawing/pieces.ts';
import { decimal } from '../kit/words/format.ts';
import type { FoolingClassFrame } from './frame.ts';
import { gallery } from './gallery.tsx';
import { measured } from './measured.ts';
import { lastRound, type FoolingClassState } from './params.ts';

const tones = { cppn: 'var(--belief)', direct: 'var(--minus)' } as const;
const names = { cppn: 'patterns', direct: 'pixels' } as const;

const whole = (value: number): string => decimal(value, 0);
const sure = (name: string) => logOdds(name, [0.01, 0.999999]);

/** How sure the attacked net grows, generation by generation. */
const live = ({ generations, round, encoding }: FoolingClassState, { medians }: FoolingClassFrame): Piece =>
  chart({
    across: linear('generations', [0, generations], { count: 4, format: whole }),
    up: sure('confidence in the digit, %, median of 10'),
    height: 160,
    lines: [
      {
        label: `round ${round}`,
        points: medians.map((y, x) => ({ x, y })),
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
    across: linear('round', [0, lastRound], { count: lastRound, format: whole }),
    up: sure('the same after 200 generations, measured'),
    height: 160,
    lines: (['cppn', 'direct'] as const).map((one) => ({
      label: names[one],
      points: measured.map((each) => ({ x: each.round, y: each.sure[one] })),
      tone: tones[one],
      dots: true,
      strong: one === encoding,
    })),
    under: (field) => upright(field.px(round), field),
    over: ({ px, py, top, bottom, size }) => (
      <>
        <circle
          cx={px(round)}
          cy={py(now)}
          r={4}
          fill="var(--paper)"
          stroke={tones[encoding]}
          stroke-width={2}
        />
        <text
          x={px(round) + (late ? -9 : 9)}
          y={now > 0.5 ? bottom - 0.6 * size : top + size}
          text-anchor={late ? 'end' : 'start'}
        >
          this run
        </text>
      </>
    ),
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
