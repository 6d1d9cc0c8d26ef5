import * as tf from '@tensorflow/tfjs-core';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawDistractor } from '../../src/data/passages/distractors.ts';
import { distractor } from '../../src/lab/attacks/distractor.ts';
import { random } from '../../src/lab/random.ts';
import { answerOf, wordsAt } from '../../src/lab/reading/reader.ts';
import { wordsOf } from '../../src/lab/reading/words.ts';
import { meanInterval } from '../../src/lab/statistics/interval.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { loadReader, type Reader } from '../../src/nets/reader/load-reader.ts';
import { decodeReader, readerFile } from '../../src/nets/reader/model-file.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';
import { readerRecipeOf } from '../../src/training/recipes/reader.ts';
import { freshExercise, readerTrials, readingOf, scores } from '../../src/training/tasks/passages.ts';
import { plainPointers } from '../nets/plain-reader.ts';

let reader: Reader;
const bytesOf = (name: string): Promise<Buffer> => readFile(new URL(`reader/${name}`, shippedModels));

beforeAll(async () => {
  await chooseBackend('wasm');
  reader = await loadReader('reader', fileBytes(shippedModels));
});
afterAll(() => reader.dispose());

describe('reader', () => {
  it('was trained by the recipe of that id', async () => {
    const recipe = readerRecipeOf('reader');
    expect([recipe?.seed, recipe?.epochs, recipe?.title]).toEqual([
      reader.card.seed,
      reader.card.epochs,
      reader.card.title,
    ]);
    const file = readerFile.parse(JSON.parse((await bytesOf('model.json')).toString()));
    expect(file.modelTopology).toEqual(recipe?.topology);
  });

  it('points where its formulas, written out in plain loops, point with the numbers of its file', async () => {
    const file = readerFile.parse(JSON.parse((await bytesOf('model.json')).toString()));
    const stored = await bytesOf('weights.bin');
    const weights = decodeReader(file, () => stored);
    const readings = Array.from({ length: 3 }, (_, i) =>
      readingOf(freshExercise({ fillings: 'heldOut', wordings: 'heldOut' }, i)),
    );
    const answers = await reader.read(readings);
    readings.forEach((reading, i) => {
      const plain = plainPointers(file.modelTopology, weights, reading);
      answers[i]?.start.forEach((value, j) => expect(value).toBeCloseTo(plain.start[j] ?? NaN, 2));
      answers[i]?.end.forEach((value, j) => expect(value).toBeCloseTo(plain.end[j] ?? NaN, 2));
    });
  });

  it.each(readerTrials.map((trial, i) => ({ ...trial, i })))(
    'answers 300 $name as well as its card says',
    async ({ name, source, count, least, i }) => {
      const exercises = Array.from({ length: 300 }, (_, k) => freshExercise(source, k));
      const { mean } = meanInterval((await scores(reader, exercises)).map(({ f1 }) => f1));
      const said = reader.card.f1?.[i];
      expect([said?.name, said?.n]).toEqual([name, count]);
      expect(said?.mean).toBeGreaterThanOrEqual(least);
      // 1,000 passages were judged; 300 of them stray twice as far.
      const stray = 2 * ((said?.high ?? NaN) - (said?.mean ?? NaN));
      expect(Math.abs(mean - (said?.mean ?? NaN))).toBeLessThanOrEqual(stray);
    },
  );

  it('answers a question that people write', async () => {
    const passage = wordsOf(
      'Anna Berg was born in Oslo in 1921. Tom Lund moved to Paris. Anna Berg works as a painter in Rome.',
    );
    const questions = [
      ['Where was Anna Berg born?', 'Oslo'],
      ['Where did Tom Lund move?', 'Paris'],
      ['What does Anna Berg work as?', 'painter'],
    ] as const;
    const answers = await reader.read(
      questions.map(([question]) => ({ passage, question: wordsOf(question) })),
    );
    expect(answers.map((each) => wordsAt(passage, answerOf(each)))).toEqual(
      questions.map(([, answer]) => answer),
    );
  });

  it('is misled by one sentence that misleads no one who reads: F1 falls by ten points and more, mostly into that sentence', async () => {
    const exercises = Array.from({ length: 60 }, (_, i) =>
      freshExercise({ fillings: 'heldOut', wordings: 'seen' }, i),
    );
    const problem = {
      oracle: reader,
      readings: exercises.map(readingOf),
      answers: exercises.map(({ answer }) => answer),
      candidates: exercises.map((exercise, i) =>
        Array.from({ length: 6 }, (_, k) =>
          drawDistractor(exercise, 'heldOut', random('sentences').fork(i).fork(k)),
        ),
      ),
    };
    const before = tf.memory().numTensors;
    const f1: number[] = [];
    let inside: readonly boolean[] = [];
    for await (const { rows } of distractor.run(problem, { tries: 6 }, random('reader'))) {
      f1.push(meanInterval(rows.map((row) => row.f1)).mean);
      inside = rows.flatMap((row, i) =>
        row.f1 === 0 ? [row.answer.start >= (problem.readings[i]?.passage.length ?? 0)] : [],
      );
    }
    expect(tf.memory().numTensors).toBe(before);
    expect((f1[0] ?? NaN) - (f1.at(-1) ?? NaN)).toBeGreaterThan(0.1);
    expect(inside.filter(Boolean).length / inside.length).toBeGreaterThan(0.5);
  });
});
