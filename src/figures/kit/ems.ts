/** About how wide words are in Inter, in units of their size. */
export const ems = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter === '%' ? 0.9 : /[\s.,:il]/u.test(letter) ? 0.3 : 0.63), 0);

/** A text cut to a width in units of its size, with an ellipsis where something is missing. */
export const cutTo = (text: string, room: number): string => {
  if (ems(text) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && ems(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
};
