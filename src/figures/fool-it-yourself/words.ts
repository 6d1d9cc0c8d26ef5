import { verdict } from '../../lab/verdict.ts';
import { withArticle } from '../kit/words/grammar.ts';
import { netWords } from '../../nets/catalogue.ts';
import { capital, count, lengthText, percent, plural } from '../kit/words/format.ts';
import type { Table } from '../kit/contract/figure.ts';
import { limits, spent, type HandFrame } from './frame.ts';
import { isFound, type HandState } from './params.ts';

/** A share of black to white as grey levels. */
const levels = (share: number): string => count(255 * share);

/** Each kind of size: what the reader spent, what an attack needs, and how it is written. */
export const sizes = (frame: HandFrame) => {
  const { pixels, l2, linf } = spent(frame);
  return [
    {
      name: 'pixels',
      unit: 'pixels changed',
      by: 'saliency map',
      yours: pixels,
      none: `none up to ${limits.pixels}`,
      theirs: frame.budget.pixels,
      write: count,
    },
    {
      name: 'length',
      unit: 'length (L2)',
      by: 'DDN',
      yours: l2,
      none: 'none found',
      theirs: frame.budget.l2,
      write: lengthText,
    },
    {
      name: 'largest',
      unit: 'largest change, of 255',
      by: 'PGD',
      yours: linf,
      none: `none up to ${levels(limits.linf)}`,
      theirs: frame.budget.linf,
      write: levels,
    },
  ] as const;
};

/** What an attack needs, in a word. */
export const needed = (
  theirs: number | null | undefined,
  write: (x: number) => string,
  none: string,
): string => (theirs === undefined ? '…' : theirs === null ? none : write(theirs));

/** Whether the net still reads the digit, what it cost, and what it costs an attack. */
export const describe = (state: HandState, frame: HandFrame): string => {
  const net = netWords(state.net).said;
  const { says, sure: probability } = verdict(frame.after);
  const { pixels, l2 } = spent(frame);
  const sure = percent(probability);
  const [few, short, even] = sizes(frame);
  const yours =
    pixels === 0
      ? `No pixel is changed, and ${net} reads ${says === frame.label ? `the ${says}` : `the digit as ${withArticle(String(says))}`} (${sure}).`
      : `With ${plural(pixels, 'pixel')} ${isFound(state) ? 'that a search found' : 'changed by hand'} (length ${lengthText(l2)}) ${net} ` +
        `${says === frame.label ? `still reads the ${says}` : `reads the ${frame.label} as ${withArticle(String(says))}`} (${sure}).`;
  const attacks = [
    frame.budget.pixels ? `${few.write(frame.budget.pixels)} pixels` : '',
    frame.budget.l2 ? `a length of ${short.write(frame.budget.l2)}` : '',
    frame.budget.linf ? `${even.write(frame.budget.linf)} grey levels in every pixel` : '',
  ].filter((text) => text !== '');
  return attacks.length === 0
    ? yours
    : `${yours} ${capital('attacks that follow the gradient need')} ${attacks.join(', or ')}.`;
};

/** What the edits cost in each measure, beside the least that an attack needs for it. */
export const table = (state: HandState, frame: HandFrame): Table => ({
  caption: `What was spent ${isFound(state) ? 'by a search' : 'by hand'} on the ${frame.label}, and what attacks on ${netWords(state.net).said} need for it.`,
  head: ['measured as', isFound(state) ? 'by a search' : 'by hand', 'by an attack', 'which attack'],
  rows: sizes(frame).map(({ unit, by, yours, theirs, write, none }) => [
    unit,
    write(yours),
    needed(theirs, write, none),
    by,
  ]),
});
