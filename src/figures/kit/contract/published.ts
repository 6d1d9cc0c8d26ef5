import type { AnyFigure, AnyState } from './figure.ts';
import { writeLink } from './link.ts';

/** A published state's outcome, as computed in Node and stored; `name` is '' or a preset. */
export interface Published {
  readonly name: string;
  readonly title: string;
  /** The state in link form, without version. */
  readonly link: string;
  readonly outcome: Readonly<Record<string, number>>;
}

/** The published entry of a state, if it is one. */
export const findPublished = (
  figure: AnyFigure,
  state: AnyState,
  published: readonly Published[],
): Published | undefined => {
  const link = writeLink(figure, state);
  return published.find((entry) => entry.link === link);
};

const short = (value: number): string => String(Number(value.toPrecision(4))).replace('-', '−');

/**
 * What a reader is told where a live run differs from the published one by more than the figure's tolerance.
 */
export const difference = (
  figure: AnyFigure,
  published: Readonly<Record<string, number>>,
  live: Readonly<Record<string, number>>,
): string | undefined => {
  for (const [name, expected] of Object.entries(published)) {
    const found = live[name];
    if (found !== undefined && Math.abs(found - expected) <= figure.tolerance) continue;
    const got = found === undefined ? 'nothing' : short(found);
    return (
      `This device computes ${name} as ${got} where the published result is ${short(expected)}; ` +
      'its arithmetic is less precise, so trust the published numbers.'
    );
  }
  return undefined;
};

/**
 * The published state that a finished run should have matched and did not, and what the reader is told of it.
 */
export const contradiction = (
  figure: AnyFigure,
  state: AnyState,
  frame: unknown,
  published: readonly Published[],
): { readonly link: string; readonly sentence: string } | undefined => {
  const reference = findPublished(figure, state, published);
  const sentence = reference && difference(figure, reference.outcome, figure.outcome(state, frame));
  return reference && sentence ? { link: reference.link, sentence } : undefined;
};
