import { runState, type AnyFigure, type AnyState } from '../contract/figure.ts';
import { writeLink } from '../contract/link.ts';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * Whether two states have the same frames: as their links say, which only name files; those must be the very
 * same ones.
 */
export const sameRun = (figure: AnyFigure, a: AnyState, b: AnyState): boolean =>
  writeLink(figure, runState(figure, a)) === writeLink(figure, runState(figure, b)) &&
  Object.entries(figure.params).every(([name, { kind }]) => {
    if (kind !== 'files') return true;
    const [some, others] = [listOf(a[name]), listOf(b[name])];
    return some.length === others.length && some.every((file, i) => file === others[i]);
  });
