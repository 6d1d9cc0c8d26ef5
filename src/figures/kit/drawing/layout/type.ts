import advances from '../advances.json' with { type: 'json' };

/**
 * Size of what stands in drawings, in pixels: their one size of type, larger where there is little room to
 * read in.
 */
export const typeSize = (width: number): number => (width < 480 ? 14 : 13);

/**
 * In units of the size: from one line to the next, from a line's top to its baseline, from a middle to a
 * baseline.
 */
export const [leading, ascent, toBaseline] = [1.45, 1.08, 0.36] as const;

const table = new Map(
  Array.from(advances.letters, (letter, i) => [
    letter,
    [advances[400][i] ?? 650, advances[600][i] ?? 650] as const,
  ]),
);

/** What a letter that is not in the table advances: as much as a digit. */
const unknown = [648, 648] as const;

/** Width of a text in the shipped interface font, in units of its size. */
export const textWidth = (text: string, weight = 400): number => {
  const bold = (weight - 400) / 200;
  let sum = 0;
  for (const letter of text) {
    const [regular, semibold] = table.get(letter) ?? unknown;
    sum += regular + bold * (semibold - regular);
  }
  return sum / 1000;
};

/** A text fits in the width that it was measured to have, whatever was rounded on the way. */
const fits = (text: string, width: number, weight: number): boolean =>
  textWidth(text, weight) <= width + 1e-6;

/** A text cut so that it is no wider, with an ellipsis where it was; both in units of its size. */
export const cutToWidth = (text: string, width: number, weight = 400): string => {
  if (fits(text, width, weight)) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && !fits(`${letters.join('').trimEnd()}…`, width, weight)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
};

/**
 * Lines of words no wider than `width`, in units of the size; a word that is wider has a line of its own.
 * No-break spaces hold. At most `most` lines: the last is cut.
 */
export const wrapped = (text: string, width: number, weight = 400, most = Infinity): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`, width, weight))
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cutToWidth(lines.slice(most - 1).join(' '), width, weight)];
};
