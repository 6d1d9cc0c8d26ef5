import { readerError } from './reader-error.ts';

/** Between which values a control moves an option, and by how much. */
export interface Control {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

interface Described<T> {
  /** What a control calls it. */
  readonly label: string;
  readonly default: T;
  /** Its default where somebody waits for one picture; `default` if not given. */
  readonly live?: T;
}

/** A number between bounds. */
export interface NumberOption extends Described<number | undefined> {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** As a control writes it after the number, with a space before it. */
  readonly unit?: string;
  /** Where a slider for it goes; without, no control is offered. */
  readonly control?: Control;
}

/** Yes or no. */
export interface ToggleOption extends Described<boolean> {
  readonly kind: 'toggle';
  /** A control for it, as a choice of two: its name in a link, and the words for no and for yes. */
  readonly control?: {
    readonly name: string;
    readonly no: readonly [word: string, label: string];
    readonly yes: readonly [word: string, label: string];
  };
}

/** One of a few words, each with what a control calls it. */
export interface ChoiceOption extends Described<string> {
  readonly kind: 'choice';
  readonly words: Readonly<Record<string, string>>;
  /** Whether a control is offered. */
  readonly control?: true;
}

/** What is no single value: pictures, a shape, settings of something inside. */
export interface DataOption extends Described<unknown> {
  readonly kind: 'data';
  /** What it must be, as a sentence says it: 'a list of widths'. */
  readonly must: string;
  readonly accepts: (value: unknown) => boolean;
}

/** All kinds of options, told apart by `kind`. */
export type AnyOption = NumberOption | ToggleOption | ChoiceOption | DataOption;

/** The options of an attack: each with its kind, bounds, default and label. */
export type Schema = Readonly<Record<string, AnyOption>>;

type ValueOf<O> = O extends { readonly kind: 'number' }
  ? number
  : O extends { readonly kind: 'toggle' }
    ? boolean
    : O extends { readonly kind: 'choice'; readonly words: infer Words }
      ? keyof Words & string
      : O extends { readonly accepts: (value: unknown) => value is infer T }
        ? T
        : never;

type Unset<S extends Schema> = {
  [K in keyof S]: undefined extends S[K]['default'] ? K : never;
}[keyof S];

/** The values that a schema describes; an option without a default may be left out. */
export type ValuesOf<S extends Schema> = {
  readonly [K in Exclude<keyof S, Unset<S>>]: ValueOf<S[K]>;
} & { readonly [K in Unset<S>]?: ValueOf<S[K]> | undefined };

/** A number from min to max; `whole` if it counts something. */
export const number = <const O extends Omit<NumberOption, 'kind'>>(
  option: O,
): O & { readonly kind: 'number' } => ({
  ...option,
  kind: 'number',
});

/** Yes or no. */
export const toggle = <const O extends Omit<ToggleOption, 'kind'>>(
  option: O,
): O & { readonly kind: 'toggle' } => ({
  ...option,
  kind: 'toggle',
});

/** One of a few words. */
export const choice = <const O extends Omit<ChoiceOption, 'kind'>>(
  option: O & { readonly default: keyof O['words']; readonly live?: keyof O['words'] },
): O & { readonly kind: 'choice' } => ({ ...option, kind: 'choice' });

/** What is no single value. */
export const data = <const O extends Omit<DataOption, 'kind'>>(option: O): O & { readonly kind: 'data' } => ({
  ...option,
  kind: 'data',
});

/** What an option must be, as a sentence goes on after 'must be'. */
const mustBe = (option: AnyOption): string => {
  switch (option.kind) {
    case 'number': {
      const kind = option.whole === true ? 'a whole number' : 'a number';
      return option.max === Infinity
        ? `${kind}, ${option.min} or more`
        : `${kind} from ${option.min} to ${option.max}`;
    }
    case 'toggle':
      return 'true or false';
    case 'choice':
      return `one of ${Object.keys(option.words).join(', ')}`;
    case 'data':
      return option.must;
  }
};

const accepts = (option: AnyOption, value: unknown): boolean => {
  if (value === undefined) return option.default === undefined;
  switch (option.kind) {
    case 'number':
      return (
        typeof value === 'number' &&
        value >= option.min &&
        value <= option.max &&
        (option.whole !== true || Number.isInteger(value))
      );
    case 'toggle':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(option.words, value);
    case 'data':
      return option.accepts(value);
  }
};

const shown = (value: unknown): string => {
  if (typeof value === 'string') return `“${value}”`;
  return typeof value === 'object' && value !== null ? 'something else' : String(value);
};

/**
 * Throws a ReaderError for the first option that the schema does not have or whose value it does not allow;
 * `of` names whose they are.
 */
export const checkOptions = (of: string, schema: Schema, options: object): void => {
  for (const [name, value] of Object.entries(options)) {
    const option = Object.hasOwn(schema, name) ? schema[name] : undefined;
    if (option === undefined) {
      const names = Object.keys(schema);
      throw readerError(
        `${name} is not an option of ${of}; it has ${names.length === 0 ? 'none' : names.join(', ')}.`,
      );
    }
    if (!accepts(option, value)) {
      throw readerError(`${name} must be ${mustBe(option)}; ${of} was given ${shown(value)}.`);
    }
  }
};

/** The defaults of a schema. */
export const defaultsOf = <S extends Schema>(schema: S): ValuesOf<S> =>
  Object.fromEntries(Object.entries(schema).map(([name, option]) => [name, option.default])) as ValuesOf<S>;

/** The defaults where somebody waits for one picture. */
export const liveDefaultsOf = <S extends Schema>(schema: S): ValuesOf<S> =>
  Object.fromEntries(
    Object.entries(schema).map(([name, option]) => [name, option.live ?? option.default]),
  ) as ValuesOf<S>;
