/** About how wide words are in Inter, in units of their size. */
export const ems = (text: string): number =>
  Array.from(text).reduce(
    (sum, letter) => sum + (letter === '%' ? 0.9 : /[\s.,:il]/u.test(letter) ? 0.3 : 0.63),
    0,
  );

/** A text cut to a width in units of its size, with an ellipsis where something is missing. */
export const cutTo = (text: string, room: number): string => {
  if (ems(text) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && ems(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
};

/**
 * A text broken between its words onto lines of a width in units of its size; a word that is wider is cut.
 */
export const wrapTo = (text: string, room: number): readonly string[] =>
  text
    .split(' ')
    .reduce<readonly string[]>((lines, word) => {
      const longer = [...lines.slice(-1), word].join(' ');
      return ems(longer) <= room ? [...lines.slice(0, -1), longer] : [...lines, word];
    }, [])
    .map((line) => cutTo(line, room));
