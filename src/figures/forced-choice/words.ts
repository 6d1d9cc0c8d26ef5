import { netWords } from '../../nets/catalogue.ts';
import { capital, decimal, percent, percentAmong, plural } from '../kit/words/format.ts';
import type { Table } from '../kit/contract/figure.ts';
import { elevenOf, lenetOf, type ChoiceFrame } from './frame.ts';
import {
  answerOf,
  digitQuestions,
  kindOf,
  netIds,
  questionOf,
  questions,
  type ChoiceState,
} from './params.ts';
import { evolved, isAnswered, isUncovered, meaningless, scoreOf, type Score } from './score.ts';

const lenet = netWords(netIds.ten);
const eleven = netWords(netIds.eleven);

const catWords = (state: ChoiceState): string => {
  const { forced9, free9 } = state;
  if (free9 === 'none') return ' None of the six cats is the house cat, as you said once you could.';
  return forced9 === 'open'
    ? ''
    : ` None of the six cats is the house cat; you took cat ${forced9}, for you had to take one.`;
};

/** What the two nets say of all pictures; only for a reader who has answered all. */
const netsSaid = ({ least, elevenRefused }: Score): string =>
  ` ${capital(lenet.said)} reads a digit in all ${evolved.length} evolved pictures, with ${percent(least)} or more; ${eleven.said}, which also knows ` +
  `‘none of these’, says so of ${elevenRefused} of the ${meaningless.length} pictures that show nothing.`;

/** What is asked, to a reader who has answered nothing yet. */
const start = (state: ChoiceState): string =>
  kindOf(questionOf(state)) === 'cats'
    ? 'Which of the six is the house cat? Choose one, by its number in the drawing or in the menu: there is no way round it.'
    : `Question ${state.question} of ${questions.length}: which digit do you see? Choose one, by the buttons in the drawing or in the menu; what two ` +
      'nets say of a picture, and how surely, stays covered until you have answered.';

/** How the reader's answers so far compare with the nets', which stay covered until then. */
export const describe = (state: ChoiceState, frame: ChoiceFrame): string => {
  const score = scoreOf(state, frame);
  const done = questions.filter((question) => isAnswered(state, question)).length;
  if (done === 0) return start(state);
  const all = digitQuestions.every((question) => isUncovered(state, question));
  const so =
    done === questions.length
      ? `You have answered all ${done} questions.`
      : `You have answered ${done} of ${questions.length} questions.`;
  const forced =
    score.named === 0
      ? ''
      : ` Made to choose, you gave ${lenet.said}’s digit for ${score.agreed} of ${plural(score.named, 'evolved picture')} ` +
        `(by chance it would be ${decimal(score.named / 10, 1)}).`;
  const free =
    score.judged === 0
      ? ''
      : ` Offered ‘none of these’, you took it for ${score.refused} of ${plural(score.judged, 'picture')} that ${score.judged === 1 ? 'shows' : 'show'} nothing.`;
  return so + forced + free + (all ? netsSaid(score) : '') + catWords(state);
};

const names = {
  pattern: 'evolved pattern',
  grain: 'evolved grain',
  pen: 'a pen',
  noise: 'noise',
  cats: 'six cats',
} as const;

const covered = 'covered';

const answered = (answer: string): string =>
  answer === 'open' ? '–' : answer === 'none' ? 'none of these' : answer;

/** The questions as a table; of one that is not answered yet it tells nothing. */
export const table = (state: ChoiceState, frame: ChoiceFrame): Table => {
  return {
    caption:
      'Each question: what it shows, what you answered without and with ‘none of these’ on offer, and what the two nets say; ‘covered’ until you have answered.',
    head: [
      'question',
      'made by',
      'you, made to choose',
      'you, free',
      netWords(netIds.ten).name,
      'its confidence',
      netWords(netIds.eleven).name,
      'its confidence',
    ],
    rows: questions.map((question) => {
      const known = isUncovered(state, question);
      const kind = kindOf(question);
      const own = [
        question,
        known ? names[kind] : covered,
        answered(answerOf(state, question, 'forced')),
        answered(answerOf(state, question, 'free')),
      ];
      if (kind === 'cats') return [...own, null, null, null, null];
      if (!known) return [...own, covered, covered, covered, covered];
      const [lenet, eleven] = [lenetOf(frame, question), elevenOf(frame, question)];
      return [
        ...own,
        lenet.says,
        percentAmong(digitQuestions.map((one) => lenetOf(frame, one).sure))(lenet.sure),
        eleven.says === 10 ? 'none of these' : eleven.says,
        percentAmong(digitQuestions.map((one) => elevenOf(frame, one).sure))(eleven.sure),
      ];
    }),
  };
};
