import type { Ink } from '../../../data/ink.ts';
import type { EditsParam } from './reader-params.ts';
import type { SizeParam } from './size-param.ts';
import type { ReaderPicture } from '../../../data/picture.ts';

/** How a field of a figure's state is shown, bounded and written into a link. */
export interface Param<T> {
  readonly kind:
    | 'range'
    | 'choice'
    | 'size'
    | 'seed'
    | 'toggle'
    | 'numbers'
    | 'ink'
    | 'text'
    | 'files'
    | 'picture'
    | 'edits';
  readonly label: string;
  readonly default: T;
  /** The text a link carries for a value. */
  write(value: T): string;
  /** The value of a link's text, or a sentence part that says why it was refused ("is outside 0 to 0.5"). */
  read(text: string): { readonly value: T } | { readonly refused: string };
}

/** A number from `min` to `max` in steps, shown with its unit. */
export interface RangeParam extends Param<number> {
  readonly kind: 'range';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: string;
}

/** One of the words of `options`, each with what a control calls it. */
export interface ChoiceParam<T extends string> extends Param<T> {
  readonly kind: 'choice';
  readonly options: Readonly<Record<T, string>>;
}

/** The seed of all that is random: a whole number from 0 to `max`. */
export interface SeedParam extends Param<number> {
  readonly kind: 'seed';
  readonly max: number;
}

/** Yes or no. */
export interface ToggleParam extends Param<boolean> {
  readonly kind: 'toggle';
}

/** A short list of numbers of fixed length, one slider each. */
export interface NumbersParam extends Param<readonly number[]> {
  readonly kind: 'numbers';
  /** One per number: its label and its bounds. */
  readonly fields: readonly NumberField[];
}

/** One number of several: its label, its bounds and the step between them. */
export interface NumberField {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A drawing by the reader's hand. */
export interface InkParam extends Param<Ink> {
  readonly kind: 'ink';
}

/** Words of the reader's own, as far as the pattern allows them. */
export interface TextParam extends Param<string> {
  readonly kind: 'text';
  readonly maxLength: number;
  /** How many lines its control shows; one if not given. */
  readonly lines?: number;
  /** What a link may carry. */
  readonly pattern: RegExp;
}

/** Files of the reader's: they stay in the tab, and no link carries them. */
export interface FilesParam extends Param<readonly File[]> {
  readonly kind: 'files';
  /** What to choose, in one sentence. */
  readonly hint: string;
  /** As `accept` of a file input. */
  readonly accept: string;
}

/** A picture of the reader's: it stays in the tab, and no link carries it. */
export interface PictureParam extends Param<ReaderPicture | null> {
  readonly kind: 'picture';
  /** What becomes of it, in one sentence. */
  readonly hint: string;
}

/** All kinds of params, told apart by `kind`. */
export type AnyParam =
  | EditsParam
  | PictureParam
  | RangeParam
  | ChoiceParam<string>
  | SizeParam
  | SeedParam
  | ToggleParam
  | NumbersParam
  | InkParam
  | TextParam
  | FilesParam;

/** What a figure can be told, by field, in the order of its links. */
export type Params = Readonly<Record<string, AnyParam>>;

/** The state that a declaration of params describes. */
export type StateOf<P extends Params> = {
  readonly [K in keyof P]: P[K] extends { readonly default: infer T } ? T : never;
};

/** Plain decimal notation only: no '', no '0x10', no '1e9', no 'Infinity'. */
const decimal = /^-?\d{1,9}(\.\d{1,9})?$/;

const decimalsOf = (step: number): number => (String(step).split('.')[1] ?? '').length;

/**
 * The multiple of the step nearest to a value inside the bounds, without binary noise (0.30000000000000004).
 */
export const snap = (value: number, { min, max, step }: Omit<NumberField, 'label'>): number => {
  const steps = Math.round((Math.min(max, Math.max(min, value)) - min) / step);
  return Number((min + steps * step).toFixed(Math.max(decimalsOf(step), decimalsOf(min))));
};

const readNumber = (
  text: string,
  field: Omit<NumberField, 'label'>,
): { readonly value: number } | { readonly refused: string } => {
  if (!decimal.test(text)) return { refused: 'is not a number' };
  const value = Number(text);
  if (value < field.min || value > field.max) return { refused: `is outside ${field.min} to ${field.max}` };
  return { value: snap(value, field) };
};

/** A number between bounds, shown as a slider. */
export const range = (options: {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
  readonly unit?: string;
}): RangeParam => ({
  kind: 'range',
  unit: '',
  ...options,
  write: String,
  read: (text) => readNumber(text, options),
});

/** One of a few words, shown as radio buttons (up to four) or a select. */
export const choice = <const T extends string>(options: {
  readonly label: string;
  readonly options: Readonly<Record<T, string>>;
  readonly default: NoInfer<T>;
}): ChoiceParam<T> => ({
  kind: 'choice',
  ...options,
  write: (value) => value,
  read: (text) =>
    Object.hasOwn(options.options, text)
      ? { value: text as T }
      : { refused: `is none of ${Object.keys(options.options).join(', ')}` },
});

/** The seed of everything random in a figure: a whole number from 0 to 9999. */
export const seed = (value = 1): SeedParam => {
  const field = { min: 0, max: 9999, step: 1 };
  return {
    kind: 'seed',
    label: 'Seed',
    default: value,
    max: field.max,
    write: String,
    read: (text) =>
      /^\d{1,4}$/.test(text) ? readNumber(text, field) : { refused: 'is not a whole number below 10000' },
  };
};

/** Yes or no, shown as a checkbox. */
export const toggle = (options: { readonly label: string; readonly default: boolean }): ToggleParam => ({
  kind: 'toggle',
  ...options,
  write: (value) => (value ? 'yes' : 'no'),
  read: (text) =>
    text === 'yes' || text === 'no' ? { value: text === 'yes' } : { refused: 'is neither yes nor no' },
});

/** A short list of numbers of fixed length, written with commas, one slider each. */
export const numbers = (options: {
  readonly label: string;
  readonly fields: readonly NumberField[];
  readonly default: readonly number[];
}): NumbersParam => ({
  kind: 'numbers',
  ...options,
  write: (value) => value.join(','),
  read: (text) => {
    const parts = text.split(',');
    const { fields } = options;
    if (parts.length !== fields.length) return { refused: `does not hold ${fields.length} numbers` };
    const values: number[] = [];
    for (const [i, field] of fields.entries()) {
      const result = readNumber(parts[i] ?? '', field);
      if ('refused' in result) return { refused: `holds a number (${i + 1}) that ${result.refused}` };
      values.push(result.value);
    }
    return { value: values };
  },
});
