/** Widths of Inter's letters in 100ths of their size. */
const widths: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries({
    24: 'ijl',
    27: "I.,:;!’'",
    36: 'ft()',
    38: 'r',
    44: '-',
    53: 's?',
    56: 'avxyckz',
    58: 'eFL',
    60: 'bdghnopquE',
    62: '0123456789',
    63: 'PTXZ',
    66: 'ABKRSVY',
    74: 'CDGHNOQU',
    80: 'w',
    89: 'mM',
    98: 'W',
  }).flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, Number(width)])),
);

const widthOf = (word: string): number =>
  Array.from(word).reduce((sum, letter) => sum + (widths[letter] ?? 60), 0) / 100;

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
    const wide = size * widthOf(word);
    const gap = i === 0 || closes(word) ? 0 : 0.34 * size;
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
