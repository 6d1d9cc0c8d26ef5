import { defaultState, type Group, type Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { digitOptions } from '../kit/words/digit-options.ts';

/** What each question shows; the last is not about digits. */
export const kinds = [
  'pattern',
  'grain',
  'pen',
  'pattern',
  'noise',
  'grain',
  'pen',
  'pattern',
  'cats',
] as const;

/** What a question shows: an evolved picture, a digit of the pen, noise, or cats. */
export type Kind = (typeof kinds)[number];

/** Generations of the evolution. */
export const generations = 30;

/** Generations between two frames. */
export const stride = 5;

/** The questions, counted from 1. */
export const questions = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** A question by its number, from 1. */
export type Question = (typeof questions)[number];

/** What a question shows. */
export const kindOf = (question: Question): Kind => kinds[question - 1] ?? 'cats';

/** The questions that show one of these. */
export const questionsAbout = (...shown: readonly Kind[]): readonly Question[] =>
  questions.filter((question) => shown.includes(kindOf(question)));

/** Those about digits. */
export const digitQuestions = questionsAbout('pattern', 'grain', 'pen', 'noise');

/** The six cats as options of a choice. */
export const catOptions = { 1: 'cat 1', 2: 'cat 2', 3: 'cat 3', 4: 'cat 4', 5: 'cat 5', 6: 'cat 6' } as const;
const open = { open: 'not answered' } as const;
const none = { none: 'none of these' } as const;

const digit = { label: 'The digit is', default: 'open' } as const;
const cat = { label: 'The house cat is', default: 'open' } as const;
const forcedDigit = choice({ ...digit, options: { ...open, ...digitOptions } });
const freeDigit = choice({ ...digit, options: { ...open, ...digitOptions, ...none } });

const answers = {
  forced1: forcedDigit,
  free1: freeDigit,
  forced2: forcedDigit,
  free2: freeDigit,
  forced3: forcedDigit,
  free3: freeDigit,
  forced4: forcedDigit,
  free4: freeDigit,
  forced5: forcedDigit,
  free5: freeDigit,
  forced6: forcedDigit,
  free6: freeDigit,
  forced7: forcedDigit,
  free7: freeDigit,
  forced8: forcedDigit,
  free8: freeDigit,
  forced9: choice({ ...cat, options: { ...open, ...catOptions } }),
  free9: choice({ ...cat, options: { ...open, ...catOptions, ...none } }),
};

/** The nets that are asked: one that knows ten digits, and one that may also say that it is none of them. */
export const netIds = { ten: 'digits-lenet', eleven: 'digits-plus-5' } as const;

/**
 * Which answers are on offer, the question that is asked, the seed of its pictures, and two answers to each
 * question.
 */
export const params = {
  offer: choice({
    label: 'On offer',
    options: { forced: 'ten answers, choose one', free: 'and ‘none of these’' },
    default: 'forced',
  }),
  question: range({ label: 'Question', min: 1, max: kinds.length, step: 1, default: 1 }),
  seed: seed(3),
  ...answers,
};

/** The reader's answers so far, without and with 'none of these' on offer, and where they are. */
export type ChoiceState = StateOf<typeof params>;

/** Whether one of the answers must be chosen, or none of them may be. */
export type Offer = ChoiceState['offer'];

/** The field that holds the answer to a question without or with ‘none of these’ on offer. */
export const fieldOf = <O extends Offer, Q extends Question>(offer: O, question: Q) =>
  `${offer}${question}` as const;

/** What the reader answered: a digit or a cat, 'none', or 'open'. */
export const answerOf = (state: ChoiceState, question: Question, offer: Offer) =>
  state[fieldOf(offer, question)];

/** The question that is asked. */
export const questionOf = ({ question }: ChoiceState): Question =>
  questions.find((one) => one === question) ?? 1;

/**
 * The next question without an answer of that kind, from one on and then from the first; none when all are
 * answered.
 */
export const openFrom = (state: ChoiceState, offer: Offer, from: number): Question | undefined => {
  const open = questions.filter((question) => answerOf(state, question, offer) === 'open');
  return open.find((question) => question >= from) ?? open[0];
};

/**
 * With other pictures all answers go, for they were to these; with another offer the first question left is
 * asked.
 */
export const follow = (next: ChoiceState, set: Partial<ChoiceState>): Partial<ChoiceState> => {
  if (set.seed !== undefined) return { ...defaultState({ params: answers }), offer: 'forced', question: 1 };
  if (set.offer === undefined || set.question !== undefined) return {};
  return { question: openFrom(next, next.offer, 1) ?? next.question };
};

const fields = questions.flatMap((question) =>
  (['forced', 'free'] as const).map((offer) => ({ offer, question, field: fieldOf(offer, question) })),
);

/** Answers start no run: the pictures are the same whatever the reader says. */
export const shows = ['offer', 'question', ...fields.map(({ field }) => field)] as const;

/** Of all the answers only that to the question asked, under the offer that stands, is shown. */
export const groups: readonly Group<ChoiceState>[] = [
  {
    legend: 'Your answer',
    fields: [
      'question',
      ...fields.map(({ offer, question, field }) => ({
        field,
        when: (state: ChoiceState) => state.offer === offer && state.question === question,
      })),
    ],
  },
  { legend: 'What may be answered', fields: ['offer'] },
  { legend: 'Other pictures (your answers go)', fields: ['seed'], quiet: true },
];

/** A full set of answers by one of us, and the question about cats. */
export const presets: Readonly<Record<string, Preset<ChoiceState>>> = {
  'one-of-us': {
    title: 'How one of us answered',
    state: {
      question: 9,
      offer: 'free',
      forced1: '0',
      forced2: '8',
      forced3: '7',
      forced4: '1',
      forced5: '8',
      forced6: '4',
      forced7: '0',
      forced8: '2',
      forced9: '1',
      free1: 'none',
      free2: 'none',
      free3: '7',
      free4: 'none',
      free5: 'none',
      free6: 'none',
      free7: '0',
      free8: 'none',
      free9: 'none',
    },
  },
  'house-cat': { title: 'The house cat', state: { question: 9 } },
};
