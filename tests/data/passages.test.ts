import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asides } from '../../src/data/passages/asides.ts';
import { drawWhen } from '../../src/data/passages/dates.ts';
import { drawDistractor } from '../../src/data/passages/distractors.ts';
import { drawExercise, type Exercise } from '../../src/data/passages/exercise.ts';
import { firstNames, surnames } from '../../src/data/passages/people.ts';
import { places } from '../../src/data/passages/places.ts';
import { slotsOf } from '../../src/data/passages/relation.ts';
import { relations } from '../../src/data/passages/relations/index.ts';
import { random } from '../../src/lab/random.ts';
import { textOf, wordsOf } from '../../src/lab/reading/words.ts';

const part = fc.constantFrom('seen', 'heldOut');
const anyExercise = fc
  .record({ fillings: part, wordings: part, seed: fc.nat() })
  .map(({ seed, ...source }) => ({ source, seed, exercise: drawExercise(source, random(seed)) }));

const answerWords = ({ sentences, answer }: Exercise): readonly string[] =>
  sentences.flat().slice(answer.start, answer.end + 1);

/** The places in a sentence where these words stand in a row, as they are or at its beginning. */
const holds = (sentence: readonly string[], words: readonly string[]): boolean =>
  ` ${sentence.join(' ')} `.toLowerCase().includes(` ${words.join(' ')} `.toLowerCase());

const tables = [
  ['first names', firstNames],
  ['surnames', surnames],
  ['places', places],
  ['asides', asides],
  ...relations.flatMap(({ id, what, tell, ask }) => [
    [`${id}: what`, what] as const,
    [`${id}: told`, tell] as const,
    [
      `${id}: asked`,
      { seen: ask.seen.map((each) => each.ask), heldOut: ask.heldOut.map((each) => each.ask) },
    ] as const,
  ]),
] as const;

describe('The tables of passages', () => {
  it.each(tables)('%s: nothing held out is seen, and nothing stands there twice', (_, { seen, heldOut }) => {
    const all = [...seen, ...heldOut];
    expect(new Set(all).size).toBe(all.length);
  });

  it('hold out years too', () => {
    const years = (from: 'seen' | 'heldOut') =>
      new Set(Array.from({ length: 2000 }, (_, i) => drawWhen(from, random(i)).words.at(-1)));
    const seen = years('seen');
    for (const year of years('heldOut')) expect(seen.has(year)).toBe(false);
  });

  it('hold out wordings that are new arrangements of words seen elsewhere: no net can know a word it never met', () => {
    const known = new Set(
      [
        ...asides.seen,
        ...relations.flatMap(({ tell, ask }) => [...tell.seen, ...ask.seen.map((each) => each.ask)]),
      ]
        .flatMap(wordsOf)
        .map((word) => word.toLowerCase()),
    );
    const held = [
      ...asides.heldOut,
      ...relations.flatMap(({ tell, ask }) => [...tell.heldOut, ...ask.heldOut.map((each) => each.ask)]),
    ];
    for (const word of held.flatMap(wordsOf)) expect(known).toContain(word.toLowerCase());
  });

  it('answer each question by a sentence that gives what the question gives, and what it asks for', () => {
    for (const { asks, ask, say } of relations.flatMap((each) => [...each.ask.seen, ...each.ask.heldOut])) {
      expect(slotsOf(ask)).not.toContain(asks);
      expect(new Set(slotsOf(say))).toEqual(new Set([...slotsOf(ask), asks]));
      expect([ask.endsWith(' ?'), say.endsWith(' .')]).toEqual([true, true]);
    }
  });

  it('have for every question a wording that tells all of it, in the part the question is of', () => {
    for (const { tell, ask } of relations) {
      for (const from of ['seen', 'heldOut'] as const) {
        for (const { say } of ask[from]) {
          const told = tell[from].some((wording) =>
            slotsOf(say).every((slot) => slotsOf(wording).includes(slot)),
          );
          expect(told, say).toBe(true);
        }
      }
    }
  });
});

describe('An exercise', () => {
  it('has four to eight sentences, about three people or more', () =>
    fc.assert(
      fc.property(anyExercise, ({ source, exercise: { sentences } }) => {
        expect(sentences.length).toBeGreaterThanOrEqual(4);
        expect(sentences.length).toBeLessThanOrEqual(8);
        const named = surnames[source.fillings].filter((name) => sentences.flat().includes(name));
        expect(named.length).toBeGreaterThanOrEqual(3);
        for (const sentence of sentences) expect(sentence.at(-1)).toBe('.');
      }),
    ));

  it('has its answer in the sentence that answers, where it says, with all that the question gives', () =>
    fc.assert(
      fc.property(anyExercise, ({ exercise }) => {
        const { sentences, answered, answer, asking, fillers } = exercise;
        const before = sentences.slice(0, answered).flat().length;
        const sentence = sentences[answered] ?? [];
        expect(answer.start).toBeGreaterThanOrEqual(before);
        expect(answer.end).toBeLessThan(before + sentence.length);
        const last = (words: readonly string[]): string => words.at(-1) ?? '';
        expect(last(answerWords(exercise)).toLowerCase()).toBe(
          last(fillers[asking.asks].words).toLowerCase(),
        );
        for (const slot of slotsOf(asking.ask)) {
          const { words } = fillers[slot];
          expect(holds(sentence, slot === 'person' ? words.slice(-1) : words)).toBe(true);
          expect(holds(exercise.question, words)).toBe(true);
        }
      }),
    ));

  it('is answered by no other sentence that tells the same of the same', () =>
    fc.assert(
      fc.property(anyExercise, ({ exercise: { sentences, answered, asking, fillers } }) => {
        const given = slotsOf(asking.ask).map((slot) => fillers[slot].words);
        const plain = new Set(wordsOf(asking.say.replace(/\{[^}]*\}/g, '')));
        sentences.forEach((sentence, i) => {
          if (i === answered || !given.every((words) => holds(sentence, words))) return;
          // It names the same, so it must say something else of it.
          expect([...plain].every((word) => sentence.includes(word))).toBe(false);
        });
      }),
    ));

  it('uses neither names, things nor years of the other part', () =>
    fc.assert(
      fc.property(anyExercise, ({ source, exercise }) => {
        const other = source.fillings === 'seen' ? 'heldOut' : 'seen';
        const words = new Set(exercise.sentences.flat());
        for (const name of [...firstNames[other], ...surnames[other]]) expect(words).not.toContain(name);
        const years = [...words].filter((word) => /^\d{4}$/.test(word));
        for (const year of years) expect(/[38]$/.test(year)).toBe(source.fillings === 'heldOut');
      }),
    ));

  it('is the same for the same seed', () =>
    fc.assert(
      fc.property(anyExercise, ({ source, seed, exercise }) => {
        expect(drawExercise(source, random(seed))).toEqual(exercise);
      }),
    ));

  it('survives being written as text and read again', () =>
    fc.assert(
      fc.property(anyExercise, ({ exercise: { sentences, question } }) => {
        expect(wordsOf(sentences.map(textOf).join(' '))).toEqual(sentences.flat());
        expect(wordsOf(textOf(question))).toEqual(question);
      }),
    ));
});

describe('A distractor', () => {
  const anyDistractor = fc
    .record({ exercise: anyExercise.map(({ exercise }) => exercise), from: part, seed: fc.nat() })
    .map(({ exercise, from, seed }) => ({
      exercise,
      sentence: drawDistractor(exercise, from, random(seed)),
    }));

  it('is one sentence that does not stand in the passage and does not hold the right answer', () =>
    fc.assert(
      fc.property(anyDistractor, ({ exercise, sentence }) => {
        expect(sentence.filter((word) => word === '.')).toHaveLength(1);
        expect(sentence.at(-1)).toBe('.');
        expect(exercise.sentences).not.toContainEqual(sentence);
        expect(holds(sentence, answerWords(exercise))).toBe(false);
      }),
    ));

  it('changes exactly one of the things that the question gives, so that it answers another one', () =>
    fc.assert(
      fc.property(anyDistractor, ({ exercise: { asking, fillers }, sentence }) => {
        const kept = slotsOf(asking.ask).filter((slot) => holds(sentence, fillers[slot].words));
        expect(kept).toHaveLength(slotsOf(asking.ask).length - 1);
      }),
    ));
});
