import { fromWidth, grid, stack } from '../kit/drawing/arrange.ts';
import { byStep, chart, linear, logOdds } from '../kit/drawing/charts.ts';
import { bare, drawnBy, heading, picture, type Piece, text } from '../kit/drawing/pieces.ts';
import { drawers, type GenerateFrame } from './frame.ts';
import type { GenerateState } from './params.ts';
import { nameOf, said } from './words.ts';

const heads = { plain: `drawn by ${said.plain}`, robust: `drawn by ${said.robust}` } as const;
const tones = { plain: 'var(--minus)', robust: 'var(--plus)' } as const;

type Sample = GenerateFrame['rows'][number][number];

/** A picture that a net drew, how sure it is of it itself, and what a net says that had no part in it. */
const drawnPicture = (label: number, sample: Sample, title: string): Piece => {
  const judged = `${nameOf(sample.answer)}, ${bare(sample.sure)}\u00a0%`;
  const strong = sample.answer === label;
  return stack(
    [
      picture({ pixels: sample.picture, shape: [64, 64], most: 193, title }),
      fromWidth(
        190,
        text(`it itself: ${nameOf(label)}, ${bare(sample.own)}\u00a0%`),
        text(`itself ${bare(sample.own)}\u00a0%`),
      ),
      fromWidth(
        190,
        text(`third net: ${judged}`, { mark: 'belief', tone: 'ink', strong }),
        text(judged, { mark: 'belief', tone: 'ink', strong }),
      ),
    ],
    2,
  );
};

const row = (drawer: (typeof drawers)[number], i: number, { label, rows }: GenerateFrame): Piece =>
  stack(
    [
      heading(`${heads[drawer]}; dot: a third net`),
      grid(
        (rows[i] ?? []).map((sample, k) => drawnPicture(label, sample, `Picture ${k + 1} ${heads[drawer]}`)),
        { across: 3, space: 10 },
      ),
    ],
    4,
  );

/** Three pictures from each of two nets, what a third says of them, and how its belief and theirs grew. */
export default drawnBy<GenerateState, GenerateFrame>(({ state, frame }) => ({
  title: `Three pictures of ${nameOf(frame.label)} drawn from ${said.plain} and three from ${said.robust}, and what a third net says of them`,
  content: stack(
    [
      ...drawers.map((drawer, i) => row(drawer, i, frame)),
      chart({
        across: linear('step', [0, state.steps], { count: 4 }),
        up: logOdds(`belief in ${nameOf(frame.label)}, %, middle picture of three`, [1e-5, 1 - 1e-5]),
        height: 150,
        lines: drawers.flatMap((drawer, i) => [
          {
            label: `${drawer}, itself`,
            points: byStep(frame.paths[i]?.own ?? []),
            tone: tones[drawer],
            dash: '5 3',
          },
          {
            label: `${drawer}, third net`,
            points: byStep(frame.paths[i]?.judge ?? []),
            tone: tones[drawer],
            strong: true,
          },
        ]),
      }),
    ],
    16,
  ),
}));
