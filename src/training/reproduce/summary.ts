import { inBound, isOpen, isWrong, tallyOf } from '../../data/comparison.ts';
import type { Report } from './row.ts';

/** What a run ends with: how the numbers stand, which are open, which wrong; and how many are wrong. */
export const summary = (
  reports: readonly Report[],
): { readonly lines: readonly string[]; readonly wrong: number } => {
  const named = reports.flatMap(({ id, rows }) => rows.map((row) => ({ id, row })));
  const rows = named.map(({ row }) => row);
  const { agrees, near, elsewhere, words } = tallyOf(rows);
  const bound = rows.filter((row) => row.bound);
  const kept = bound.filter(inBound).length;
  const told = (what: string, those: typeof named): readonly string[] =>
    those.map(({ id, row }) => `${what}: ${id}, ${row.name}`);
  const wrong = named.filter(({ row }) => isWrong(row));
  return {
    lines: [
      ...told(
        'open',
        named.filter(({ row }) => isOpen(row)),
      ),
      ...told('WRONG', wrong),
      `Of ${agrees + near + elsewhere} published numbers ${agrees} agree, ${near} are near and ${elsewhere} elsewhere; ${words} more stand beside words.`,
      `${kept} of ${bound.length} regression bounds hold; ${rows.length} numbers in all.`,
    ],
    wrong: wrong.length,
  };
};
