import type { Random } from '../random.ts';
import { shuffled } from '../random.ts';
import {
  answerOf,
  marginOver,
  wordsAt,
  type ReaderOracle,
  type Reading,
  type Span,
} from '../reading/reader.ts';
import { f1 } from '../statistics/f1.ts';

/**
 * Readings to attack, each with the right answer's place and the sentences that may be added to its passage.
 */
export interface DistractorProblem {
  readonly oracle: ReaderOracle;
  readonly readings: readonly Reading[];
  readonly answers: readonly Span[];
  /** Of each reading: whole sentences, as words, none of which answers its question. */
  readonly candidates: readonly (readonly (readonly string[])[])[];
}

export interface DistractorOptions {
  /** How many of the candidates are tried. With one the net has no say in the choice: AddOneSent. */
  readonly tries: number;
}

/** What is known of one reading after a step. */
export interface Distracted {
  /** The sentence added at the passage's end: the most harmful of those tried; undefined before the first. */
  readonly sentence: readonly string[] | undefined;
  readonly passage: readonly string[];
  /** What the net points at in that passage. */
  readonly answer: Span;
  /** F1 of that against the right answer. */
  readonly f1: number;
  /**
   * By how much the right answer's two logits together exceed the largest of any other span; negative where
   * the net errs.
   */
  readonly margin: number;
}

/** One iterate of the attack on n readings. */
export interface DistractorStep {
  /** 0 for the passages as they are, then 1, 2, … sentences tried. */
  readonly index: number;
  readonly rows: readonly Distracted[];
  /** Questions asked about each reading so far. */
  readonly queries: Int32Array<ArrayBuffer>;
}

/**
 * Whether a is more harmful than b: a worse answer, or an equally bad one that is further from the right one.
 */
const worse = (a: Distracted, b: Distracted): boolean =>
  a.f1 < b.f1 || (a.f1 === b.f1 && a.margin < b.margin);

async function* run(
  { oracle, readings, answers, candidates }: DistractorProblem,
  { tries }: DistractorOptions,
  random: Random,
): AsyncGenerator<DistractorStep, void> {
  const orders = candidates.map((sentences, i) =>
    Array.from(shuffled(sentences.length, random.fork(i)).subarray(0, tries), (k) => sentences[k] ?? []),
  );
  const queries = new Int32Array(readings.length);
  let rows: readonly Distracted[] = [];
  for (let index = 0; index === 0 || orders.some((order) => order.length >= index); index++) {
    const tried = Array.from(orders.keys()).filter(
      (i) => index === 0 || orders[i]?.[index - 1] !== undefined,
    );
    const asked = tried.map((i) => {
      const sentence = orders[i]?.[index - 1];
      const { passage, question } = readings[i];
      return { i, sentence, question, passage: [...passage, ...(sentence ?? [])] };
    });
    const pointed = await oracle.read(asked);
    const next = [...rows];
    asked.forEach(({ i, sentence, passage }, k) => {
      queries[i]++;
      const pointers = pointed[k];
      const right = answers[i];
      if (!pointers || !right) throw new RangeError('There must be one answer per reading.');
      const answer = answerOf(pointers);
      const heard = {
        sentence,
        passage,
        answer,
        margin: marginOver(pointers, right),
        f1: f1(wordsAt(passage, answer), wordsAt(passage, right)),
      };
      const best = next[i];
      if (!best || best.sentence === undefined || worse(heard, best)) next[i] = heard;
    });
    rows = next;
    yield { index, rows, queries: queries.slice() };
  }
}

/**
 * Distractor sentences (AddSent and, with one try, AddOneSent of Jia & Liang 2017, section 3.1): to each
 * passage one sentence is added at the end that does not answer the question but resembles one that would; of
 * those tried, in a random order, the one stays that harms the answer most. Reading i draws from
 * `random.fork(i)` alone.
 */
export const distractor = {
  id: 'distractor',
  title: 'Distractor sentence',
  source: 'jia2017adversarial',
  defaults: { tries: 10 } satisfies DistractorOptions as DistractorOptions,
  run,
} as const;
