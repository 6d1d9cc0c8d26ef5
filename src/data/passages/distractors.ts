import type { Random } from '../../lab/random.ts';
import type { Exercise } from './exercise.ts';
import { fill } from './fill.ts';
import { drawFiller, pick, type Filler } from './filler.ts';
import { slotsOf, type Slot } from './relation.ts';
import type { Part } from './split.ts';

/**
 * Something for a slot none of whose words stands in the passage: so the sentence cannot be about anything
 * that it tells.
 */
const strangerTo = (
  passage: ReadonlySet<string>,
  slot: Slot,
  exercise: Exercise,
  part: Part,
  random: Random,
): Filler => {
  for (let tries = 0; tries < 1000; tries++) {
    const filler = drawFiller(slot, exercise.relation, part, random);
    // Of a time the year decides: days and months may be alike.
    const words = slot === 'when' ? filler.words.slice(-1) : filler.words;
    if (!words.some((word) => passage.has(word))) return filler;
  }
  throw new RangeError(`The passage names everything that could stand for ${slot}.`);
};

/**
 * Something that resembles what stands in a slot as far as it can: a person of that first name, that day of
 * another year.
 */
const like = (slot: Slot, own: Filler, other: Filler): Filler =>
  slot === 'person' || slot === 'when'
    ? { ...own, words: [...own.words.slice(0, -1), other.words.at(-1) ?? ''] }
    : other;

/**
 * A sentence that answers another question (after AddSent of Jia & Liang 2017, section 3.1): in the question
 * one thing is changed (who, where, when or what), as little as can be or altogether, for one of that part of
 * the tables; a false answer of the same kind is made up; and the two are put as a plain sentence in the
 * question's own words. Whoever reads the passage is not misled: nobody and nothing in it is what the
 * sentence is about.
 */
export const drawDistractor = (exercise: Exercise, part: Part, random: Random): readonly string[] => {
  const { asking, fillers, sentences } = exercise;
  const passage = new Set(sentences.flat());
  const changed = pick(slotsOf(asking.ask), random);
  if (!changed) throw new RangeError(`The question “${asking.ask}” has nothing to change.`);
  const other = (slot: Slot): Filler => strangerTo(passage, slot, exercise, part, random);
  const replaced = other(changed);
  const put = random.uniform() < 0.5 ? like(changed, fillers[changed], replaced) : replaced;
  return fill(asking.say, { ...fillers, [changed]: put, [asking.asks]: other(asking.asks) }).words;
};
