import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { text } from '../kit/contract/reader-params.ts';

/** A word or mark of a sentence, as a link may carry it. */
const word = "[A-Za-z0-9\\u00c0-\\u024f][A-Za-z0-9\\u00c0-\\u024f.,;:!?'’()-]{0,20}";

const sentence = (label: string, words: number, lines: number, value: string) =>
  text({
    label,
    maxLength: 22 * (words + 3),
    lines,
    pattern: new RegExp(`^${word}([ \\n]${word}){2,${words}}$`),
    otherwise: `is not 3 to ${words + 1} plain words`,
    default: value,
  });

/** Who writes the sentence: a search on our passage, or the reader, on ours or on one of their own. */
export const params = {
  by: choice({
    label: 'Who writes',
    options: {
      search: 'the search, on our passage',
      sentence: 'you add a sentence',
      own: 'all of it is yours',
    },
    default: 'search',
  }),
  trial: choice({
    label: 'Never met in training',
    options: { names: 'names and things', wordings: 'ways to say it', both: 'both' },
    default: 'names',
  }),
  tries: range({ label: 'Sentences tried', min: 1, max: 20, step: 1, default: 10 }),
  sentence: sentence('Your sentence', 30, 2, 'Agnes Weber was born in 1955.'),
  passage: sentence(
    'Your passage',
    120,
    5,
    'Marie Keller was born in Old Harbour in 1874. She liked to travel and played the violin. In 1901 she opened the library in Kingsgate.',
  ),
  question: sentence('Your question', 20, 2, 'Where was Marie Keller born?'),
  seed: seed(6),
};

/** The passage and the question, by seed or in the reader's words, and the sentence or the search for one. */
export type DistractorState = StateOf<typeof params>;

const ours = ({ by }: DistractorState): boolean => by !== 'own';

/** Words of the reader's, the search and our passage each show up only where they are used. */
export const groups: readonly Group<DistractorState>[] = [
  { legend: 'Passage and sentence', fields: ['by'] },
  { legend: 'Your words', fields: ['passage', 'question'], when: ({ by }) => by === 'own' },
  { legend: 'What is added', fields: ['sentence'], when: ({ by }) => by !== 'search' },
  { legend: 'The search', fields: ['tries'], when: ({ by }) => by === 'search' },
  { legend: 'Our passage', fields: ['trial', 'seed'], when: ours },
];

/** A sentence that resembles nothing that is asked. */
const moon = 'The moon was full that night.';

/**
 * Other passages for the search, one of which stands firm; a sentence about the moon; and passages typed in.
 */
export const presets: Readonly<Record<string, Preset<DistractorState>>> = {
  trade: { title: 'Somebody else’s trade', state: { seed: 20 } },
  ribbon: { title: 'Another ribbon cut', state: { seed: 53 } },
  firm: { title: 'A question that stands firm', state: { seed: 27 } },
  moon: { title: 'A sentence about the moon', state: { by: 'sentence', sentence: moon } },
  own: {
    title: 'A passage in other words',
    state: { by: 'own', sentence: 'Marie Weber was born in Redcliff in 1874.' },
  },
  year: {
    title: 'Wrong without any attack',
    state: { by: 'own', sentence: moon, question: 'In which year did Marie Keller open the library?' },
  },
};

/** How many frames come after the first. */
export const stepsOf = (state: DistractorState): number => (state.by === 'search' ? state.tries : 1);
