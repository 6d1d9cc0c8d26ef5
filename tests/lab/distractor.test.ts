import { describe, expect, it } from 'vitest';
import { drawDistractor } from '../../src/data/passages/distractors.ts';
import { drawExercise } from '../../src/data/passages/exercise.ts';
import { distractor, type DistractorProblem, type DistractorStep } from '../../src/lab/attacks/distractor.ts';
import { random } from '../../src/lab/random.ts';
import type { ReaderOracle } from '../../src/lab/reading/reader.ts';

/**
 * Points at what the question does not say in the sentence that shares most words with it, later ones first:
 * only names, years and the last word.
 */
const hasty: ReaderOracle = {
  read: (readings) =>
    Promise.resolve(
      readings.map(({ passage, question }) => {
        const logits = new Float32Array(passage.length);
        let from = 0;
        passage.forEach((mark, end) => {
          if (mark !== '.') return;
          const shared = passage.slice(from, end).filter((word) => question.includes(word)).length;
          for (let i = from; i < end; i++) {
            const word = passage[i] ?? '';
            const telling = /^[A-Z0-9]/.test(word) || i === end - 1;
            logits[i] = telling && !question.includes(word) ? shared + i / 1000 : 0;
          }
          from = end + 1;
        });
        return { start: logits, end: logits };
      }),
    ),
};

const exercises = Array.from({ length: 12 }, (_, i) =>
  drawExercise({ fillings: 'seen', wordings: 'seen' }, random('exercises').fork(i)),
);

const problem: DistractorProblem = {
  oracle: hasty,
  readings: exercises.map(({ sentences, question }) => ({ passage: sentences.flat(), question })),
  answers: exercises.map(({ answer }) => answer),
  candidates: exercises.map((exercise, i) =>
    Array.from({ length: 5 }, (_, k) =>
      drawDistractor(exercise, 'seen', random('candidates').fork(`${i} ${k}`)),
    ),
  ),
};

const pathOf = async (tries: number, of = problem, seed = 'path'): Promise<DistractorStep[]> => {
  const steps: DistractorStep[] = [];
  for await (const step of distractor.run(of, { tries }, random(seed))) steps.push(step);
  return steps;
};

describe('The distractor attack', () => {
  it('begins with the passages as they are, then adds one candidate at the end and touches nothing else', async () => {
    const [start, ...rest] = await pathOf(5);
    expect(rest).toHaveLength(5);
    start?.rows.forEach(({ passage, sentence }, i) => {
      expect(sentence).toBeUndefined();
      expect(passage).toEqual(problem.readings[i]?.passage);
    });
    for (const { rows } of rest) {
      rows.forEach(({ passage, sentence }, i) => {
        expect(problem.candidates[i]).toContainEqual(sentence);
        expect(passage).toEqual([...(problem.readings[i]?.passage ?? []), ...(sentence ?? [])]);
      });
    }
  });

  it('keeps the most harmful sentence so far: no answer gets better from the first sentence on', async () => {
    const [start, ...steps] = await pathOf(5);
    steps.slice(1).forEach(({ rows }, k) => {
      rows.forEach(({ f1, margin }, i) => {
        const before = steps[k]?.rows[i];
        expect(f1).toBeLessThanOrEqual(before?.f1 ?? NaN);
        if (f1 === before?.f1) expect(margin).toBeLessThanOrEqual(before.margin);
      });
    });
    expect(steps.at(-1)?.rows.some(({ f1 }, i) => f1 < (start?.rows[i]?.f1 ?? 0))).toBe(true);
  });

  it('asks once about each passage as it is and once about each sentence it tries', async () => {
    let asked = 0;
    const oracle: ReaderOracle = { read: (readings) => ((asked += readings.length), hasty.read(readings)) };
    const last = (await pathOf(3, { ...problem, oracle })).at(-1);
    expect(Array.from(last?.queries ?? [])).toEqual(exercises.map(() => 4));
    expect(asked).toBe(4 * exercises.length);
  });

  it('with one try takes the sentence that chance picks, whatever the net says', async () => {
    const deaf: ReaderOracle = {
      read: (readings) =>
        Promise.resolve(
          readings.map(({ passage }) => ({
            start: new Float32Array(passage.length),
            end: new Float32Array(passage.length),
          })),
        ),
    };
    const sentences = async (oracle: ReaderOracle) =>
      (await pathOf(1, { ...problem, oracle })).at(-1)?.rows.map(({ sentence }) => sentence);
    expect(await sentences(deaf)).toEqual(await sentences(hasty));
  });

  it('follows the same path for the same seed, and each reading its own, whoever stands beside it', async () => {
    expect(await pathOf(4)).toEqual(await pathOf(4));
    const few = {
      ...problem,
      readings: problem.readings.slice(0, 3),
      answers: problem.answers.slice(0, 3),
      candidates: problem.candidates.slice(0, 3),
    };
    const alone = (await pathOf(4, few)).at(-1)?.rows;
    expect(alone).toEqual((await pathOf(4)).at(-1)?.rows.slice(0, 3));
  });

  it('with a reading that has no candidates leaves it as it is', async () => {
    const last = (
      await pathOf(2, { ...problem, candidates: problem.candidates.map((all, i) => (i === 0 ? [] : all)) })
    ).at(-1);
    expect([last?.rows[0]?.sentence, last?.queries[0]]).toEqual([undefined, 1]);
  });
});
