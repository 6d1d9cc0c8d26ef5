import { wordsOf } from '../../lab/reading/words.ts';
import type { Random } from '../../lab/random.ts';
import { drawWhen } from './dates.ts';
import { firstNames, surnames } from './people.ts';
import { places } from './places.ts';
import type { Relation, Slot } from './relation.ts';
import type { Part } from './split.ts';

/** What stands in a slot: its words, and the preposition that a time comes with. */
export interface Filler {
  readonly words: readonly string[];
  readonly preposition?: 'in' | 'on';
}

/** A filler for each slot of a fact. */
export type Fillers = Readonly<Record<Slot, Filler>>;

/** One of the things; undefined of none. */
export const pick = <Thing>(things: readonly Thing[], random: Random): Thing | undefined =>
  things[random.integer(things.length)];

const named = (name: string | undefined): Filler => ({ words: wordsOf(name ?? '') });

/** Whether two fillers are the same words. */
export const same = (a: Filler, b: Filler): boolean => a.words.join(' ') === b.words.join(' ');

/** A first name and a surname. */
const drawPerson = (part: Part, random: Random): Filler =>
  named(`${pick(firstNames[part], random)} ${pick(surnames[part], random)}`);

/** As many people, no two of whom share a name. */
export const drawCast = (count: number, part: Part, random: Random): readonly Filler[] => {
  const cast: Filler[] = [];
  while (cast.length < count) {
    const person = drawPerson(part, random);
    if (!cast.some(({ words }) => words.some((name) => person.words.includes(name)))) cast.push(person);
  }
  return cast;
};

/** A town. */
export const drawPlace = (part: Part, random: Random): Filler => named(pick(places[part], random));

/** Something for a slot of a relation, of that part of the tables. */
export const drawFiller = (slot: Slot, relation: Relation, part: Part, random: Random): Filler => {
  switch (slot) {
    case 'person':
      return drawPerson(part, random);
    case 'place':
      return drawPlace(part, random);
    case 'when':
      return drawWhen(part, random);
    case 'what':
      return named(pick(relation.what[part], random));
  }
};
