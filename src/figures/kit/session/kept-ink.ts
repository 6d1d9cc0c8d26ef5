import type { Ink } from '../../../data/ink.ts';
import { fieldsOf, type AnyFigure, type AnyState } from '../contract/figure.ts';

/** Drawings by the name of their field. */
export type KeptInk = Readonly<Record<string, Ink>>;

const isInk = (value: unknown): value is Ink => Array.isArray(value) && value.length > 0;

const inkFields = (figure: Pick<AnyFigure, 'params'>): readonly string[] =>
  Object.entries(figure.params).flatMap(([name, { kind }]) => (kind === 'ink' ? [name] : []));

/** What was kept, and the drawings that a preset, a link or a reset is about to replace. */
export const keepInk = (
  figure: Pick<AnyFigure, 'params'>,
  kept: KeptInk,
  before: AnyState,
  after: AnyState,
): KeptInk => {
  const replaced = inkFields(figure).flatMap((name) => {
    const drawing = before[name];
    return isInk(drawing) && drawing !== after[name] ? [[name, drawing] as const] : [];
  });
  return { ...kept, ...Object.fromEntries(replaced) };
};

/**
 * The state with kept drawings put back where their field is shown and empty, unless the reader just emptied
 * it.
 */
export const restoreInk = (
  figure: Pick<AnyFigure, 'groups'>,
  kept: KeptInk,
  state: AnyState,
  changed: Partial<AnyState>,
): AnyState => {
  const shown = new Set(
    figure.groups.flatMap((group) => (group.when?.(state) === false ? [] : fieldsOf(group, state))),
  );
  const back = Object.entries(kept).filter(
    ([name]) => shown.has(name) && !(name in changed) && !isInk(state[name]),
  );
  return { ...state, ...Object.fromEntries(back) };
};

/** What is still kept after the reader changed something: a drawing emptied by hand is not brought back. */
export const forgetInk = (kept: KeptInk, changed: Partial<AnyState>): KeptInk =>
  Object.fromEntries(Object.entries(kept).filter(([name]) => !(name in changed)));
