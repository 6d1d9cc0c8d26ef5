/**
 * At most `count` classes worth a row: those of `always`, in this order, then those with the largest
 * probability in any of the lists, the largest first.
 */
export const topClasses = (
  lists: readonly ArrayLike<number>[],
  always: readonly number[],
  count: number,
): readonly number[] => {
  const best = Array.from(lists[0] ?? [], (_, i) => Math.max(...lists.map((list) => list[i] ?? 0)));
  const order = best.map((_, i) => i).sort((i, j) => (best[j] ?? 0) - (best[i] ?? 0));
  return [...new Set([...always, ...order])].slice(0, count);
};
