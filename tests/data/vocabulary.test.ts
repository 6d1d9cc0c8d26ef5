import { expect, it } from 'vitest';
import { drawExercise } from '../../src/data/passages/exercise.ts';
import { trainedWords } from '../../src/data/passages/vocabulary.ts';
import { random } from '../../src/lab/random.ts';

it('knows every word but numbers of passages to train on, and not the names that are held out', () => {
  const known = trainedWords();
  for (let i = 0; i < 200; i++) {
    const { sentences, question } = drawExercise({ fillings: 'seen', wordings: 'seen' }, random(1).fork(i));
    for (const word of [...sentences.flat(), ...question])
      if (!/^\d+$/.test(word)) expect(known.has(word.toLowerCase()), word).toBe(true);
  }
  expect(known.has('wexford')).toBe(false);
});
