import { changed, defaultsFor, defaultState, same } from './defaults.ts';
import type { Figure } from './figure.ts';
import type { Param, Params, StateOf } from './params.ts';

/** Fields of a link that belong to the kit, not to a figure. */
const reserved = { version: 'v', at: 'at' } as const;

/** What a link came to: a state, the frame it shows, and what of it was refused. */
export interface ReadLink<State> {
  readonly state: State;
  /** Index of the frame the link shows; undefined is the last one. */
  readonly at: number | undefined;
  /** One sentence for each field that could not be used, with what is shown instead. */
  readonly refused: readonly string[];
}

/**
 * The query of a state ('' for the published one, else '?epsilon=0.05&v=1'); fields at their default in that
 * state are left out.
 */
export const writeLink = <P extends Params, Frame>(
  figure: Figure<P, Frame>,
  state: StateOf<P>,
  at?: number,
): string => {
  const query = new URLSearchParams();
  const defaults = defaultsFor(figure, state);
  for (const [name, param] of Object.entries<Param<unknown>>(figure.params)) {
    const value = state[name];
    if (!same(value, defaults[name])) query.set(name, param.write(value));
  }
  if (at !== undefined) query.set(reserved.at, String(at));
  if (query.size === 0) return '';
  query.set(reserved.version, String(figure.version));
  // These are safe in a query, and a link with readable numbers is easier to trust.
  return `?${query.toString().replace(/%(?:2C|2F|3A)/g, decodeURIComponent)}`;
};

/** The fields that a query carries, under the names that they have now. */
const fieldsIn = <P extends Params>(
  { formerly }: Pick<Figure<P, never>, 'formerly'>,
  query: string,
  base: StateOf<P>,
): readonly (readonly [name: string, text: string])[] => {
  const written = [...new URLSearchParams(query)];
  return formerly === undefined ? written : Object.entries(formerly(Object.fromEntries(written), base));
};

const quote = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/**
 * The state a query describes: whatever cannot be read falls back to `base`, and a sentence says so. Never
 * throws.
 */
export const readLink = <P extends Params, Frame>(
  figure: Figure<P, Frame>,
  query: string,
  base: StateOf<P> = defaultState(figure),
): ReadLink<StateOf<P>> => {
  const fields = fieldsIn(figure, query, base);
  const refused: string[] = [];
  let patch: Partial<StateOf<P>> = {};
  let at: number | undefined;
  for (const [name, text] of fields) {
    if (name === reserved.version) {
      if (text !== String(figure.version))
        refused.push(
          `This link was made for version ${quote(text)} of the figure and this is version ${figure.version}; ` +
            'fields that still exist are used.',
        );
      continue;
    }
    if (name === reserved.at) {
      if (/^\d{1,6}$/.test(text)) at = Number(text);
      else
        refused.push(
          `The link’s ${figure.steps.name} “${quote(text)}” is not a whole number; showing the last one.`,
        );
      continue;
    }
    const param: Param<unknown> | undefined = Object.hasOwn(figure.params, name)
      ? figure.params[name]
      : undefined;
    if (param === undefined) {
      refused.push(`The link’s field “${quote(name)}” is not one of this figure’s and is ignored.`);
      continue;
    }
    const result = param.read(text);
    if ('value' in result) patch = { ...patch, [name]: result.value };
    else {
      const shown = param.write(base[name]);
      const instead = shown === '' ? 'showing none' : `showing ${quote(shown)}`;
      refused.push(
        `The link’s “${param.label}” (${name}=${quote(text)}) ${result.refused}; ${instead} instead.`,
      );
    }
  }
  return { state: changed(figure, base, patch), at, refused };
};

/** The fields that a query names and that can be read, and nothing else. */
export const readPatch = <P extends Params, Frame>(
  figure: Figure<P, Frame>,
  query: string,
): Partial<StateOf<P>> => {
  const { state } = readLink(figure, query);
  const named = fieldsIn(figure, query, defaultState(figure))
    .map(([name]) => name)
    .filter((name) => Object.hasOwn(figure.params, name));
  return named.reduce<Partial<StateOf<P>>>((patch, name) => ({ ...patch, [name]: state[name] }), {});
};
