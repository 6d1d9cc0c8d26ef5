import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type ChoiceParam, type StateOf } from '../kit/contract/params.ts';

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
export type Kind = (typeof kinds)[number];

/** Questions about digits. */
export const pictures = kinds.length - 1;

/** Generations of the evolution, and how many between two frames. */
export const generations = 30;
export const stride = 5;

const digits = { 0: '0', 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', 6: '6', 7: '7', 8: '8', 9: '9' } as const;
const cats = { 1: 'cat 1', 2: 'cat 2', 3: 'cat 3', 4: 'cat 4', 5: 'cat 5', 6: 'cat 6' } as const;
const open = { open: 'not answered' } as const;
const none = { none: 'none of these' } as const;

const answer = (question: number, free: boolean): ChoiceParam<string> =>
  choice<string>({
    label: kinds[question] === 'cats' ? 'The house cat is' : 'The digit is',
    options: { ...open, ...(kinds[question] === 'cats' ? cats : digits), ...(free ? none : {}) },
    default: 'open',
  });

/**
 * Names of the fields that hold the answer to a question, counted from 1, without and with 'none of these'.
 */
export const forcedField = (question: number): string => `forced${question}`;
export const freeField = (question: number): string => `free${question}`;

export const questions: readonly number[] = kinds.map((_, i) => i + 1);

const answers: Readonly<Record<string, ChoiceParam<string>>> = Object.fromEntries(
  questions.flatMap((question) => [
    [forcedField(question), answer(question - 1, false)],
    [freeField(question), answer(question - 1, true)],
  ]),
);

const own = {
  offer: choice({
    label: 'On offer',
    options: { forced: 'ten answers, choose one', free: 'and ‘none of these’' },
    default: 'forced',
  }),
  question: range({ label: 'Question', min: 1, max: kinds.length, step: 1, default: 1 }),
  seed: seed(3),
};

/** The nets that are asked: one that knows ten digits, and one that may also say that it is none of them. */
export const netIds = { ten: 'digits-lenet', eleven: 'digits-plus-5' } as const;

export const params = { ...own, ...answers };

export type ChoiceState = StateOf<typeof own> & Readonly<Record<string, string | number>>;

/** What the reader answered: a digit or a cat, 'none', or 'open'. */
export const answerOf = (state: ChoiceState, question: number, offer: 'forced' | 'free'): string =>
  String(state[offer === 'forced' ? forcedField(question) : freeField(question)]);

/**
 * The next question without an answer of that kind, from one on and then from the first; none when all are
 * answered.
 */
export const openFrom = (state: ChoiceState, offer: 'forced' | 'free', from: number): number | undefined => {
  const open = questions.filter((question) => answerOf(state, question, offer) === 'open');
  return open.find((question) => question >= from) ?? open[0];
};

/**
 * With other pictures all answers go, for they were to these; with another offer the first question left is
 * asked.
 */
export const follow = (next: ChoiceState, set: Partial<ChoiceState>): Partial<ChoiceState> => {
  if (set.seed !== undefined)
    return {
      ...Object.fromEntries(Object.keys(answers).map((name) => [name, 'open'])),
      offer: 'forced',
      question: 1,
    };
  if (set.offer === undefined || set.question !== undefined) return {};
  return { question: openFrom(next, next.offer, 1) ?? next.question };
};

export const shows: readonly string[] = ['offer', 'question', ...Object.keys(answers)];

export const groups: readonly Group<ChoiceState>[] = [
  {
    legend: 'Your answer',
    fields: [
      'question',
      ...questions.flatMap((question) => [
        {
          field: forcedField(question),
          when: (state: ChoiceState) => state.offer === 'forced' && state.question === question,
        },
        {
          field: freeField(question),
          when: (state: ChoiceState) => state.offer === 'free' && state.question === question,
        },
      ]),
    ],
  },
  { legend: 'What may be answered', fields: ['offer'] },
  { legend: 'Other pictures (your answers go)', fields: ['seed'], quiet: true },
];

const answered = (offer: 'forced' | 'free', list: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    list.map((value, i) => [offer === 'forced' ? forcedField(i + 1) : freeField(i + 1), value] as const),
  );

export const presets: Readonly<Record<string, Preset<ChoiceState>>> = {
  'one-of-us': {
    title: 'How one of us answered',
    state: {
      question: 9,
      offer: 'free',
      ...answered('forced', ['0', '8', '7', '1', '8', '4', '0', '2', '1']),
      ...answered('free', ['none', 'none', '7', 'none', 'none', 'none', '0', 'none', 'none']),
    },
  },
  'house-cat': { title: 'The house cat', state: { question: 9 } },
};
