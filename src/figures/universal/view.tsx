import { netWords } from '../../nets/catalogue.ts';
import { wilson } from '../../lab/statistics/interval.ts';
import { columns, droppedAt, fromWidth, pressed, stack, wide } from '../kit/drawing/arrange.ts';
import { chart, measured, shares, wholes } from '../kit/drawing/charts.ts';
import { answers, drawnBy, heading, picture, type Piece, signedPixels, text } from '../kit/drawing/pieces.ts';
import { tableNetIds } from '../kit/words/digit-nets.ts';
import { decimal } from '../kit/words/format.ts';
import { drawn, type UniversalFrame } from './frame.ts';
import { held, stepsOf, type UniversalState } from './params.ts';
import tuned, { plain } from './tuned.ts';
import { chanceOf } from './words.ts';

const magnification = 2;

const nudge = (state: UniversalState, frame: UniversalFrame): Piece => {
  const change = Float32Array.from(frame.perturbation, (level) => (level - 128) / 254);
  return stack([
    heading(`the one nudge × ${magnification}`),
    picture({ pixels: signedPixels(change, magnification), most: 141 }),
    text(`ξ = ${decimal(state.epsilon)}, for ${netWords(state.net).said}`),
  ]);
};

/** Each net: how many of the digits it reads anew, and how many under random signs. */
const nets = (state: UniversalState, frame: UniversalFrame): Piece =>
  stack([
    heading(`fooled, of ${held}`),
    text('by it · random signs'),
    ...tableNetIds.map((id, m) =>
      pressed(
        { set: `shownTo=${id}`, keys: true, chosen: id === state.shownTo },
        columns([
          text(netWords(id).short, { tone: 'ink', strong: id === state.shownTo }),
          wide({ ems: 2 }, text(String(frame.fooled[m] ?? 0), { strong: true, tone: 'warn', align: 'end' })),
          wide({ ems: 2.6 }, text(String(frame.chance[m] ?? '–'), { align: 'end' })),
        ]),
      ),
    ),
  ]);

const growth = (state: UniversalState, frame: UniversalFrame): Piece =>
  chart({
    up: shares(`${netWords(state.net).short}: fooled, %`),
    across: wholes('steps of ten digits', [0, stepsOf(state)], 4),
    height: 124,
    lines: [
      {
        label: `grown ${frame.history.at(-1) ?? 0}\u00a0%`,
        tone: 'var(--plus)',
        strong: true,
        points: frame.history.map((count, x) => measured(x, wilson(count, held))),
      },
      {
        label: `chance ${chanceOf(frame, state.net)}\u00a0%`,
        tone: 'var(--quiet)',
        points:
          frame.chance.length === 0
            ? []
            : [0, stepsOf(state)].map((x) => ({ x, y: chanceOf(frame, state.net) / held })),
      },
    ],
  });

/** The same digits, as the net that the reader chose reads them under the nudge. */
const digits = (state: UniversalState, frame: UniversalFrame): Piece => {
  const net = tableNetIds.indexOf(state.shownTo) * drawn;
  return answers({
    title: `ten digits it was not grown on, and what ${netWords(state.shownTo).said} says`,
    rows: [
      {
        name: 'with the nudge',
        pictures: frame.pictures,
        answers: Array.from({ length: drawn }, (_, i) => ({
          text: String(frame.says[net + i] ?? 0),
          fooled: frame.says[net + i] !== frame.before[net + i],
        })),
      },
    ],
  });
};

const tuning: Piece = chart({
  up: shares('a net tuned on such nudges, again and again: fooled, % (measured beforehand)'),
  across: wholes('rounds of fine-tuning', [0, tuned.length - 1], tuned.length),
  height: 124,
  lines: [
    {
      label: 'new ones',
      tone: 'var(--plus)',
      strong: true,
      dots: true,
      points: tuned.map(({ round, fresh }) => measured(round, fresh)),
    },
    {
      label: 'plain digits',
      tone: 'var(--ink)',
      dash: '2 3',
      points: [0, tuned.length - 1].map((x) => ({ x, y: plain })),
    },
    {
      label: 'old ones',
      tone: 'var(--quiet)',
      dots: true,
      points: tuned.flatMap(({ round, learned }) => (learned ? [measured(round, learned)] : [])),
    },
  ],
});

/**
 * The one nudge and each net's losses to it; how it grew; ten digits under it; the stored rounds of
 * fine-tuning.
 */
export default drawnBy<UniversalState, UniversalFrame>(({ state, frame }) => ({
  title:
    'One perturbation for all digits, how many digits it turns as it grows, ten digits under it, and how a net fares that is tuned on such perturbations',
  content: stack(
    [
      fromWidth(
        600,
        columns([wide(141, nudge(state, frame)), wide(160, nets(state, frame)), growth(state, frame)], {
          space: 34,
        }),
        stack(
          [
            columns([nudge(state, frame), wide({ share: 1.15 }, nets(state, frame))], { space: 20 }),
            growth(state, frame),
          ],
          16,
        ),
      ),
      digits(state, frame),
      droppedAt(1, tuning),
    ],
    20,
  ),
}));
