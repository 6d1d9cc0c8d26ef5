import { textWidth } from '../kit/drawing/layout/type.ts';

/** Where a word stands in a paragraph, in the drawing's units. */
export interface Placed {
  readonly place: number;
  readonly word: string;
  readonly x: number;
  readonly line: number;
  readonly width: number;
}

const closes = (word: string): boolean => /^[.,;:!?)]$/.test(word);

/** Words in lines of a width, from line `first` on; marks that close cling to the word before them. */
export const flow = (
  words: readonly string[],
  width: number,
  size: number,
  first: number,
  offset: number,
): readonly Placed[] => {
  const placed: Placed[] = [];
  let x = 0;
  let line = first;
  words.forEach((word, i) => {
    const wide = size * textWidth(word);
    const gap = i === 0 || closes(word) ? 0 : 0.31 * size;
    const next = closes(words[i + 1] ?? '') ? 0.3 * size : 0;
    if (x > 0 && x + gap + wide + next > width && !closes(word)) {
      x = 0;
      line += 1;
    } else {
      x += gap;
    }
    placed.push({ place: i + offset, word, x, line, width: wide });
    x += wide;
  });
  return placed;
};
