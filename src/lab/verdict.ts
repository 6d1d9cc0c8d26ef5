import type { Vec } from './oracle.ts';
import { argmax, row } from './vec.ts';

/** What an answer comes to: the label of its most probable class, and that probability (0 … 1). */
export interface Verdict {
  readonly says: number;
  readonly sure: number;
}

/** The verdict of one row of probabilities. */
export const verdict = (p: ArrayLike<number>): Verdict => {
  const says = argmax(p);
  return { says, sure: p[says] };
};

/** The verdict of each row of probabilities, of so many classes. */
export const verdicts = (p: Vec, classes: number): readonly Verdict[] =>
  Array.from({ length: p.length / classes }, (_, i) => verdict(row(p, i, classes)));
