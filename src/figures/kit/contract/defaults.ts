import type { Figure } from './figure.ts';
import type { Params, StateOf } from './params.ts';

/** The state that a link without fields means. */
export const defaultState = <P extends Params>(figure: { readonly params: P }): StateOf<P> =>
  Object.fromEntries(
    Object.entries(figure.params).map(([name, param]) => [name, param.default]),
  ) as StateOf<P>;

/** Whether two values of a field are the same. */
export const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));

/** What is asked of a figure here. */
type WithDefaults<P extends Params> = Pick<Figure<P, never>, 'params' | 'defaultsIn'>;

/** What every field is in a state as long as nobody says otherwise. */
export const defaultsFor = <P extends Params>(figure: WithDefaults<P>, state: StateOf<P>): StateOf<P> => ({
  ...defaultState(figure),
  ...figure.defaultsIn?.(state),
});

/**
 * A state with some fields changed; others that stood at their default stand at the default that they have
 * then.
 */
export const changed = <P extends Params>(
  figure: WithDefaults<P>,
  from: StateOf<P>,
  patch: Partial<StateOf<P>>,
): StateOf<P> => {
  const next = { ...from, ...patch };
  const [before, after] = [defaultsFor(figure, from), defaultsFor(figure, next)];
  const moved = Object.keys(after).filter((name) => !(name in patch) && same(from[name], before[name]));
  return { ...next, ...Object.fromEntries(moved.map((name) => [name, after[name]])) };
};
