import { articleOf } from '../../lab/reading/article.ts';
import type { Filler } from './filler.ts';
import type { Slot, Wording } from './relation.ts';

/** Places of words, both included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A wording with its slots filled: its words, and where each slot's filler stands among them. */
export interface Filled {
  readonly words: readonly string[];
  readonly spans: Readonly<Partial<Record<Slot, Span>>>;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Fills the slots of a wording; the first word gets a capital letter. */
export const fill = (wording: Wording, fillers: Readonly<Partial<Record<Slot, Filler>>>): Filled => {
  const words: string[] = [];
  const spans: Partial<Record<Slot, Span>> = {};
  for (const part of wording.split(' ')) {
    const slot = /^\{(a:)?(\w+)\}$/.exec(part);
    if (!slot) {
      words.push(part);
      continue;
    }
    const filler = fillers[slot[2] as Slot];
    if (!filler) throw new RangeError(`Nothing was given for ${part}.`);
    if (filler.preposition) words.push(filler.preposition);
    if (slot[1] !== undefined) words.push(articleOf(filler.words[0] ?? ''));
    spans[slot[2] as Slot] = { start: words.length, end: words.length + filler.words.length - 1 };
    words.push(...filler.words);
  }
  return { words: words.map((word, i) => (i === 0 ? capital(word) : word)), spans };
};
