/** An answer as it is compared: small letters, no marks, no articles (Rajpurkar et al. 2016, section 6.1). */
const normalised = (answer: string): readonly string[] =>
  answer
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/)
    .filter((word) => word !== '' && !['a', 'an', 'the'].includes(word));

/**
 * How much an answer overlaps the right one, 0 … 1: the harmonic mean of the shares of words that they have
 * in common, each counted as often as it occurs in both (F1 of Rajpurkar et al. 2016). Two answers of no
 * words agree.
 */
export const f1 = (answer: string, right: string): number => {
  const given = normalised(answer);
  const wanted = [...normalised(right)];
  if (given.length === 0 || wanted.length === 0) return given.length === wanted.length ? 1 : 0;
  const total = given.length + wanted.length;
  let common = 0;
  for (const word of given) {
    const at = wanted.indexOf(word);
    if (at === -1) continue;
    wanted.splice(at, 1);
    common++;
  }
  return (2 * common) / total;
};

/** Whether two answers are the same but for capitals, marks and articles. */
export const exactMatch = (answer: string, right: string): boolean =>
  normalised(answer).join(' ') === normalised(right).join(' ');
