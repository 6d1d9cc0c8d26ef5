import { decimal, percent, plural } from '../kit/format.ts';
import type { Table } from '../kit/figure.ts';
import { elevenOf, lenetOf, type ChoiceFrame } from './frame.ts';
import { answerOf, kinds, pictures, type ChoiceState } from './params.ts';
import { evolved, meaningless, scoreOf } from './score.ts';

const catWords = (state: ChoiceState): string => {
  const [forced, free] = (['forced', 'free'] as const).map((offer) => answerOf(state, kinds.length, offer));
  if (free === 'none') return ' None of the six cats is the house cat, as you said once you could.';
  return forced === 'open'
    ? ''
    : ` None of the six cats is the house cat; you took cat ${forced ?? ''}, for you had to take one.`;
};

/** How sure the nets are of pictures of nothing, and how the reader's answers so far compare. */
export const describe = (state: ChoiceState, frame: ChoiceFrame): string => {
  const score = scoreOf(state, frame);
  const nets =
    `LeNet reads a digit in all ${evolved.length} evolved pictures, with ${percent(score.least)} or more; the net that also knows ` +
    `‘none of these’ says so of ${score.elevenRefused} of the ${meaningless.length} pictures that show nothing.`;
  const forced =
    score.named === 0
      ? ''
      : ` Made to choose, you gave LeNet’s digit for ${score.agreed} of ${plural(score.named, 'evolved picture')} ` +
        `(by chance it would be ${decimal(score.named / 10, 1)}).`;
  const free =
    score.judged === 0 ? '' : ` Offered ‘none of these’, you took it for ${score.refused} of ${score.judged}.`;
  return nets + forced + free + catWords(state);
};

const names = {
  pattern: 'evolved pattern',
  grain: 'evolved grain',
  pen: 'a pen',
  noise: 'noise',
  cats: 'six cats',
} as const;

const answered = (answer: string): string => (answer === 'open' ? '–' : answer === 'none' ? 'none of these' : answer);

export const table = (state: ChoiceState, frame: ChoiceFrame): Table => ({
  caption:
    'Each question: what it shows, what you answered without and with ‘none of these’ on offer, and what the two nets say.',
  head: [
    'question',
    'made by',
    'you, made to choose',
    'you, free',
    'LeNet',
    'its confidence',
    'net with an eleventh answer',
    'its confidence',
  ],
  rows: kinds.map((kind, i) => {
    const own = [
      i + 1,
      names[kind],
      answered(answerOf(state, i + 1, 'forced')),
      answered(answerOf(state, i + 1, 'free')),
    ];
    if (i >= pictures) return [...own, null, null, null, null];
    const [lenet, eleven] = [lenetOf(frame, i), elevenOf(frame, i)];
    return [
      ...own,
      lenet.says,
      percent(lenet.sure),
      eleven.says === 10 ? 'none of these' : eleven.says,
      percent(eleven.sure),
    ];
  }),
});
