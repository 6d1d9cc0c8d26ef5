import { shuffled, type Random } from '../../lab/random.ts';
import { asides } from './asides.ts';
import { fill, type Filled, type Span } from './fill.ts';
import { drawCast, drawFiller, drawPlace, pick, same, type Filler, type Fillers } from './filler.ts';
import { slotsOf, type Asking, type Relation } from './relation.ts';
import { relations } from './relations/index.ts';
import type { Part } from './split.ts';

/** Of which parts of the tables an exercise is made: its names and things, its sentences and question. */
export interface Source {
  readonly fillings: Part;
  readonly wordings: Part;
}

/** A passage of 4 to 8 sentences, a question about it, and where in the passage the answer stands. */
export interface Exercise {
  readonly sentences: readonly (readonly string[])[];
  readonly question: readonly string[];
  /** The answer's place among the words of all sentences in a row. */
  readonly answer: Span;
  /** The number of the sentence that has the answer. */
  readonly answered: number;
  /** What was asked and of which fact, for whoever wants to ask something else. */
  readonly relation: Relation;
  readonly asking: Asking;
  readonly fillers: Fillers;
}

/** One sentence of a passage; a fact unless it is an aside. */
interface Told {
  readonly filled: Filled;
  readonly fact?: { readonly relation: Relation; readonly fillers: Fillers };
}

type Fact = NonNullable<Told['fact']>;

/**
 * Facts about people of the cast, as many of them as there are facts to tell; no two of one kind about one
 * person.
 */
const drawFacts = (count: number, cast: readonly Filler[], part: Part, random: Random): readonly Fact[] => {
  const facts: Fact[] = [];
  while (facts.length < count) {
    const relation = pick(relations, random);
    const person = cast[facts.length] ?? pick(cast, random);
    if (!relation || !person) throw new RangeError('There is nothing to tell, or nobody to tell it of.');
    if (facts.some((fact) => fact.relation === relation && same(fact.fillers.person, person))) continue;
    const draw = (slot: 'place' | 'when' | 'what'): Filler => drawFiller(slot, relation, part, random);
    facts.push({
      relation,
      fillers: { person, place: draw('place'), when: draw('when'), what: draw('what') },
    });
  }
  return facts;
};

/** Who has been named in full may be called by the surname from then on. */
const mention = (person: Filler, before: readonly Told[], random: Random): Filler => {
  const [, surname = ''] = person.words;
  const known = before.some(({ filled }) => filled.words.includes(surname));
  return known && random.uniform() < 0.5 ? { words: [surname] } : person;
};

const drawPassage = (source: Source, random: Random): readonly Told[] => {
  const count = 4 + random.integer(5);
  const aside = Math.min(count - 3, random.integer(3));
  const cast = drawCast(3 + random.integer(2), source.fillings, random);
  const facts: (Fact | undefined)[] = [...drawFacts(count - aside, cast, source.fillings, random)];
  for (let i = 0; i < aside; i++) facts.push(undefined);
  const told: Told[] = [];
  for (const i of shuffled(facts.length, random)) {
    const fact = facts[i];
    const [subject, place, wordings] = fact
      ? [fact.fillers.person, fact.fillers.place, fact.relation.tell]
      : [pick(cast, random), drawPlace(source.fillings, random), asides];
    const wording = pick(wordings[source.wordings], random);
    if (!subject || wording === undefined)
      throw new RangeError('There is nobody to tell of, or nothing to say.');
    const person = mention(subject, told, random);
    told.push({ filled: fill(wording, { ...fact?.fillers, person, place }), ...(fact && { fact }) });
  }
  return told;
};

/**
 * Whether a reader of the passage could take another sentence for what is asked: same kind, and nothing given
 * in the question says no.
 */
const ambiguous = ({ ask }: Asking, about: Told, told: readonly Told[]): boolean =>
  told.some(
    (other) =>
      other !== about &&
      other.fact?.relation === about.fact?.relation &&
      slotsOf(ask).every(
        (slot) =>
          !other.filled.spans[slot] ||
          same((other.fact as Fact).fillers[slot], (about.fact as Fact).fillers[slot]),
      ),
  );

/** A question about a sentence that it answers alone, or undefined where no wording of that part fits. */
const drawAsking = (about: Told, told: readonly Told[], part: Part, random: Random): Asking | undefined =>
  pick(
    (about.fact?.relation.ask[part] ?? []).filter(
      (asking) =>
        slotsOf(asking.say).every((slot) => about.filled.spans[slot] !== undefined) &&
        !ambiguous(asking, about, told),
    ),
    random,
  );

/** An exercise, a pure function of the source and the stream. */
export const drawExercise = (source: Source, random: Random): Exercise => {
  for (;;) {
    const told = drawPassage(source, random);
    const answered = random.integer(told.length);
    const about = told[answered];
    const asking = drawAsking(about, told, source.wordings, random);
    if (!about.fact || !asking) continue;
    const before = told.slice(0, answered).reduce((n, { filled }) => n + filled.words.length, 0);
    const { start, end } = about.filled.spans[asking.asks] as Span;
    return {
      sentences: told.map(({ filled }) => filled.words),
      question: fill(asking.ask, about.fact.fillers).words,
      answer: { start: before + start, end: before + end },
      answered,
      relation: about.fact.relation,
      asking,
      fillers: about.fact.fillers,
    };
  }
};
