/** FNV-1a of a text, 32 bits. */
const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

/** What a word looks like, whatever it says: its kind of letters or digits, and how many digits. */
const shapeOf = (word: string): string => {
  if (/^\p{N}+$/u.test(word)) return `digits ${Math.min(word.length, 5)}`;
  if (!/[\p{L}\p{N}]/u.test(word)) return 'mark';
  return /^\p{Lu}/u.test(word) ? 'capital' : 'small';
};

/**
 * The rows of the table of `rows` whose sum stands for a word: its shape; and, unless it is `strange`, the
 * word itself and its three-letter pieces, in small letters, by their hashes. So a word never seen has a
 * place too.
 */
export const rowsOf = (word: string, rows: number, strange = false): readonly number[] => {
  const shape = hash(`shape ${shapeOf(word)}`) % rows;
  if (strange) return [shape];
  const edged = `^${word.toLowerCase()}$`;
  const pieces = Array.from({ length: edged.length - 2 }, (_, i) => edged.slice(i, i + 3));
  return [shape, ...new Set([edged, ...pieces].map((piece) => hash(piece) % rows))];
};

/**
 * Numbers that say of a passage's word how it meets the question: the same word is in it; one that begins
 * alike is.
 */
export const matches = 2;

/** The beginning that inflected forms of a word share, mostly. */
const beginning = (word: string): string => word.toLowerCase().slice(0, 4);

/** Those numbers for every word of the passage, word after word. */
export const matchesOf = (passage: readonly string[], question: readonly string[]): readonly number[] => {
  const words = new Set(question.map((word) => word.toLowerCase()));
  const beginnings = new Set(question.map(beginning));
  return passage.flatMap((word) => [
    words.has(word.toLowerCase()) ? 1 : 0,
    word.length > 3 && beginnings.has(beginning(word)) ? 1 : 0,
  ]);
};
