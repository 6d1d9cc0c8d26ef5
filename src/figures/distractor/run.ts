import { drawDistractor } from '../../data/passages/distractors.ts';
import { drawExercise, type Source } from '../../data/passages/exercise.ts';
import { trainedWords } from '../../data/passages/vocabulary.ts';
import { random } from '../../lab/random.ts';
import { beliefOf } from '../../lab/reading/belief.ts';
import {
  answerOf,
  marginOver,
  wordsAt,
  type Pointers,
  type ReaderOracle,
  type Span,
} from '../../lab/reading/reader.ts';
import { isMark, textOf, wordsOf } from '../../lab/reading/words.ts';
import { f1 } from '../../lab/statistics/f1.ts';
import { distractor } from '../../lab/attacks/distractor.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { DistractorFrame, Said, Tried } from './frame.ts';
import { params, type DistractorState } from './params.ts';

const sources: Readonly<Record<DistractorState['trial'], Source>> = {
  names: { fillings: 'heldOut', wordings: 'seen' },
  wordings: { fillings: 'seen', wordings: 'heldOut' },
  both: { fillings: 'heldOut', wordings: 'heldOut' },
};

/** What is read and asked, and the sentences that may be added to it. */
interface Task {
  readonly passage: readonly string[];
  readonly question: readonly string[];
  /** Where the answer stands, if that is known. */
  readonly truth: Span | undefined;
  readonly sentences: readonly (readonly string[])[];
  readonly instead: DistractorFrame['instead'];
}

/** The most words of the reader's that are read. */
const longest = 160;

const taskOf = (state: DistractorState): Task => {
  const written = wordsOf(state.sentence).slice(0, longest);
  const added = written.length === 0 ? wordsOf(params.sentence.default) : written;
  const missing = written.length === 0 && state.by !== 'search' ? 'sentence' : null;
  if (state.by === 'own') {
    const passage = wordsOf(state.passage).slice(0, longest);
    const question = wordsOf(state.question).slice(0, longest);
    if (passage.length > 0 && question.length > 0)
      return { passage, question, truth: undefined, sentences: [added], instead: missing };
    return { ...taskOf({ ...state, by: 'sentence' }), instead: 'passage' };
  }
  const exercise = drawExercise(sources[state.trial], random('distractor passages').fork(state.seed));
  const stream = random('distractor sentences').fork(state.seed);
  return {
    passage: exercise.sentences.flat(),
    question: exercise.question,
    truth: exercise.answer,
    sentences:
      state.by === 'sentence'
        ? [added]
        : Array.from({ length: state.tries }, (_, k) => drawDistractor(exercise, 'heldOut', stream.fork(k))),
    instead: missing,
  };
};

const saidOf = (pointers: Pointers, truth: Span): Said => {
  const belief = beliefOf(pointers);
  const answer = answerOf(pointers);
  return {
    answer,
    sure: belief.of(answer),
    right: belief.of(truth),
    heat: Uint8Array.from(belief.words, (share) => Math.round(255 * share)),
  };
};

/** A passage that was asked about, and where the net pointed in it. */
interface Heard {
  readonly passage: readonly string[];
  readonly pointers: Pointers;
}

/** Remembers what was asked last, and the answer. */
const remembering = (oracle: ReaderOracle): { readonly oracle: ReaderOracle; last(): Heard | undefined } => {
  let last: Heard | undefined;
  return {
    oracle: {
      read: async (readings) => {
        const all = await oracle.read(readings);
        const [reading, pointers] = [readings.at(-1), all.at(-1)];
        if (reading && pointers) last = { passage: reading.passage, pointers };
        return all;
      },
    },
    last: () => last,
  };
};

/** The attack on one passage, sentence after sentence; with the reader's sentence, that one alone. */
const run: Run<DistractorState, DistractorFrame> = async function* (state, bench, signal) {
  const task = taskOf(state);
  const { oracle, last } = remembering(await bench.reader());
  signal.throwIfAborted();
  const { passage, question } = task;
  const [clean] = await oracle.read([{ passage, question }]);
  if (!clean) throw new RangeError('The net said nothing.');
  const truth = task.truth ?? answerOf(clean);
  const before = saidOf(clean, truth);
  const met = trainedWords();
  const isStrange = (word: string): boolean =>
    !isMark(word) && !/^\d+$/.test(word) && !met.has(word.toLowerCase());
  const tried: Tried[] = [];
  let worst: number | null = null;
  let now = before;
  let words: readonly string[] = passage;
  const problem = {
    oracle,
    readings: [{ passage, question }],
    answers: [truth],
    candidates: [task.sentences],
  };
  for await (const { index, rows } of distractor.run(
    problem,
    { tries: task.sentences.length },
    random(state.seed),
  )) {
    const [best] = rows;
    if (signal.aborted || best === undefined) return;
    if (index > 0) {
      const heard = last();
      if (!heard) throw new RangeError('The net was not asked.');
      const answer = wordsAt(heard.passage, answerOf(heard.pointers));
      tried.push({
        sentence: textOf(heard.passage.slice(passage.length)),
        answer,
        f1: f1(answer, wordsAt(passage, truth)),
        margin: marginOver(heard.pointers, truth),
      });
      if (best.passage === heard.passage) {
        worst = index - 1;
        now = saidOf(heard.pointers, truth);
        words = heard.passage;
      }
    }
    yield {
      words,
      length: passage.length,
      question,
      truth,
      known: task.truth !== undefined,
      before,
      now,
      worst,
      strange: words.flatMap((word, i) => (isStrange(word) ? [i] : [])),
      strangeAsked: question.filter(isStrange),
      tried: [...tried],
      instead: task.instead,
    };
  }
};

export default run;
