import { netWords } from '../../nets/catalogue.ts';
import { bare, inSentence } from '../kit/drawing/belief-bars.tsx';
import type { Cell, Table } from '../kit/contract/figure.ts';
import { decimal, lengthText, percentAmong, plural } from '../kit/words/format.ts';
import { withArticle } from '../kit/words/grammar.ts';
import { climbsOf, type AscentFrame, type Climb } from './frame.ts';
import { answerName, othersOf, targetOf, type AscentState } from './params.ts';

const percent = (p: number): string => inSentence(bare(p));

const starts = { grey: 'mid-grey', noise: 'noise', black: 'black' } as const;

/** How sure the net is of the answer wanted. */
export const sureOf = ({ sure }: Climb): number => sure.at(-1) ?? 0;

const agreeing = (state: AscentState, { others }: Climb): number =>
  others.filter(({ says }) => says === targetOf(state)).length;

const callIt = (nets: number, what = 'it'): string =>
  `${nets === 0 ? 'none' : nets} ${nets < 2 ? 'calls' : 'call'} ${what}`;

/** The finding: how sure both climbs have made the net, how far they went, and who else believes it. */
export const describe = (state: AscentState, frame: AscentFrame): string => {
  const [plain, held] = frame.climbs;
  const wanted = withArticle(answerName(state, targetOf(state)));
  const from = starts[state.start];
  if (frame.step === 0)
    return `Before the first step ${netWords(state.net).said} is ${percent(sureOf(plain))} sure that ${from} is ${wanted}.`;
  const n = othersOf(state).length;
  const [first, second] = [agreeing(state, plain), agreeing(state, held)];
  const climbed = `${plural(frame.step, 'step')} uphill from ${from} make ${netWords(state.net).said} ${percent(sureOf(plain))} sure of ${wanted} after a change of length ${lengthText(plain.length)}`;
  if (climbsOf(state, frame).length === 1)
    return `${climbed}. A decay of 0 is none, so there is one climb. Of ${n} other nets, ${callIt(first)} ${wanted}.`;
  return (
    `${climbed}; with a decay of ${decimal(state.decay, 3)}, ${percent(sureOf(held))} after one of ${lengthText(held.length)}. ` +
    (first + second === 0
      ? `Of ${n} other nets, none calls either ${wanted}.`
      : `Of ${n} other nets, ${callIt(first, 'the first')} ${wanted} and ${second === 0 ? 'none' : second} the second.`)
  );
};

const cell = (p: number, column: Iterable<number>): Cell => ({
  value: Number(p.toPrecision(6)),
  text: percentAmong(column)(p),
});

/** Both climbs, with what every net says. */
export const table = (state: AscentState, frame: AscentFrame): Table => ({
  caption: `Gradient ascent on ${netWords(state.net).said} to ${withArticle(answerName(state, targetOf(state)))} from ${starts[state.start]}, step ${frame.step} of ${state.steps}; lengths are of the whole change, a pixel going from 0 to 1.`,
  head: [
    'decay',
    'sure of the answer wanted',
    'length of the change',
    ...othersOf(state).map((id) => netWords(id).short),
  ],
  rows: climbsOf(state, frame).map((climb, i) => [
    i === 0 ? 0 : state.decay,
    cell(sureOf(climb), climbsOf(state, frame).map(sureOf)),
    Number(climb.length.toFixed(2)),
    ...climb.others.map(({ says, sure }, k) => {
      const column = climbsOf(state, frame).map(({ others }) => others[k]?.sure ?? 0);
      return `${answerName(state, says)} (${percentAmong(column)(sure)})`;
    }),
  ]),
});
