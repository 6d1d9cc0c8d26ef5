import { drawExercise, type Exercise, type Source } from '../../data/passages/exercise.ts';
import { random } from '../../lab/random.ts';
import { answerOf, wordsAt, type ReaderOracle, type Reading, type Span } from '../../lab/reading/reader.ts';
import { exactMatch, f1 } from '../../lab/statistics/f1.ts';

/** Exercises that a reader is judged by. */
export interface ReaderTrial {
  readonly name: string;
  readonly source: Source;
  readonly count: number;
  /** The mean F1 below which it is not worth to be attacked. */
  readonly least: number;
}

/** Names and things that it was not trained on; sentences and questions that it was not; both. */
export const readerTrials: readonly ReaderTrial[] = [
  {
    name: 'passages of held-out names and things',
    source: { fillings: 'heldOut', wordings: 'seen' },
    count: 1000,
    least: 0.95,
  },
  {
    name: 'passages in held-out wordings',
    source: { fillings: 'seen', wordings: 'heldOut' },
    count: 1000,
    least: 0.9,
  },
  {
    name: 'passages of both',
    source: { fillings: 'heldOut', wordings: 'heldOut' },
    count: 1000,
    least: 0.85,
  },
];

/** Exercise `i` that readers are judged by, from a seed that training never draws from. */
export const freshExercise = (source: Source, i: number): Exercise =>
  drawExercise(source, random('fresh passages').fork(i));

/** What a net is shown of an exercise. */
export const readingOf = ({ sentences, question }: Exercise): Reading => ({
  passage: sentences.flat(),
  question,
});

/** How a reader did on one exercise. */
export interface Score {
  /** What it pointed at. */
  readonly answer: Span;
  readonly f1: number;
  readonly exact: boolean;
}

/** How a reader does on exercises. */
export const scores = async (
  reader: ReaderOracle,
  exercises: readonly Exercise[],
): Promise<readonly Score[]> => {
  const readings = exercises.map(readingOf);
  const pointers = await reader.read(readings);
  return exercises.map(({ answer: right }, i) => {
    const { passage } = readings[i] as Reading;
    const pointed = pointers[i];
    if (!pointed) throw new RangeError('The reader did not answer every question.');
    const answer = answerOf(pointed);
    const [given, wanted] = [wordsAt(passage, answer), wordsAt(passage, right)];
    return { answer, f1: f1(given, wanted), exact: exactMatch(given, wanted) };
  });
};
