import type { Split } from './split.ts';

/** What a fact can say: who did it, where, when, and what it was (a trade, a contest, an instrument, …). */
export const slots = ['person', 'place', 'when', 'what'] as const;

/** What a fact leaves open for a person, a place, a time or a thing. */
export type Slot = (typeof slots)[number];

/**
 * A sentence with slots in braces, words and marks apart: `{person} was born in {place} .` A time brings its
 * preposition, `{when}` = 'in 1962' or 'on 3 May 1962'; `{a:what}` has the article that fits.
 */
export type Wording = string;

/** A question, and the plain sentence that answers it in the question's own words. */
export interface Asking {
  readonly asks: Slot;
  readonly ask: Wording;
  /** Has the slots of `ask` and the one it asks for. */
  readonly say: Wording;
}

/** One kind of fact, with the many ways to tell it and to ask for it. */
export interface Relation {
  readonly id: string;
  /** What can stand in the slot `what`; nothing where no wording has that slot. */
  readonly what: Split<string>;
  readonly tell: Split<Wording>;
  readonly ask: Split<Asking>;
}

/** For relations whose wordings have no `what`. */
export const nothing: Split<string> = { seen: [], heldOut: [] };

/** The askings of one slot, each a pair of question and answer. */
export const asking = (
  asks: Slot,
  pairs: readonly (readonly [ask: Wording, say: Wording])[],
): readonly Asking[] => pairs.map(([ask, say]) => ({ asks, ask, say }));

/** The slots of a wording in their order. */
export const slotsOf = (wording: Wording): readonly Slot[] =>
  [...wording.matchAll(/\{(?:a:)?(\w+)\}/g)].map(([, name]) => name as Slot);
