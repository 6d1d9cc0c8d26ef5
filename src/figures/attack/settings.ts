import { attacks } from '../../lab/attacks/index.ts';
import type { Attack } from '../../lab/attack.ts';
import type { AnyOption, Schema } from '../../lab/options.ts';
import {
  choice,
  range,
  snap,
  type ChoiceParam,
  type NumberField,
  type RangeParam,
} from '../kit/contract/params.ts';

type Attacks = typeof attacks;

/** The attacks that are methods for one picture: those that say how a list names them. */
export type Method = {
  [Id in keyof Attacks]: [Exclude<Attacks[Id]['listed'], undefined>] extends [never] ? never : Id;
}[keyof Attacks];

const listed = Object.entries<Attack<object>>(attacks).flatMap(([id, attack]) =>
  attack.listed === undefined ? [] : [{ id: id as Method, attack, name: attack.listed }],
);

/** The methods, as a list names them. */
export const methodOptions = Object.fromEntries(listed.map(({ id, name }) => [id, name])) as Readonly<
  Record<Method, string>
>;

/** The methods, in the order of the list. */
export const methods: readonly Method[] = listed.map(({ id }) => id);

/** The attack of a method. */
export const attackOf = (method: Method): Attack<object> => attacks[method];

type ParamOf<O> = O extends { readonly kind: 'number' }
  ? RangeParam
  : O extends { readonly kind: 'choice'; readonly words: infer Words }
    ? ChoiceParam<keyof Words & string>
    : O extends {
          readonly control: {
            readonly no: readonly [infer No, string];
            readonly yes: readonly [infer Yes, string];
          };
        }
      ? ChoiceParam<(No | Yes) & string>
      : never;

/** The fields of one attack: its options that have a control, each under the name that a link has for it. */
type FieldsOf<S> = {
  [
    K in keyof S as S[K] extends { readonly control: infer C }
      ? C extends { readonly name: infer Name extends string }
        ? Name
        : K
      : never
  ]: ParamOf<S[K]>;
};

type Together<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer All) => void
  ? All
  : never;

type Settings = Together<{ [Id in Method]: FieldsOf<Attacks[Id]['options']> }[Method]>;

/** One of a schema's options that has a control, and the field that it is. */
export interface Offered {
  readonly option: string;
  readonly field: string;
  readonly of: AnyOption;
}

/** The options of a schema that are offered. */
export const offeredIn = (schema: Schema): readonly Offered[] =>
  Object.entries(schema).flatMap(([option, of]): readonly Offered[] => {
    if (of.kind === 'data' || of.control === undefined) return [];
    return [{ option, of, field: of.kind === 'toggle' ? of.control.name : option }];
  });

/** What a field's state says of an option's value. */
export const written = (of: AnyOption, value: unknown): string | number => {
  if (of.kind === 'toggle' && of.control) return (value === true ? of.control.yes : of.control.no)[0];
  return typeof value === 'number' ? value : String(value);
};

/**
 * An option's value by its field's state; a number that another method's slider reaches is held within this
 * one's bounds.
 */
export const meant = (of: AnyOption, value: unknown): unknown => {
  if (of.kind === 'toggle') return value === of.control?.yes[0];
  return of.kind === 'number' ? Math.min(of.max, Math.max(of.min, Number(value))) : value;
};

/** One slider for all methods that have the option: as wide as the widest, as fine as the finest. */
const widest = (sliders: readonly Omit<NumberField, 'label'>[]): Omit<NumberField, 'label'> => ({
  min: Math.min(...sliders.map(({ min }) => min)),
  max: Math.max(...sliders.map(({ max }) => max)),
  step: Math.min(...sliders.map(({ step }) => step)),
});

/** The control that stands for all options of that name; its default is the first method's. */
const paramOf = (all: readonly AnyOption[]): RangeParam | ChoiceParam<string> => {
  const [first] = all;
  if (first === undefined || first.kind === 'data' || all.some(({ kind }) => kind !== first.kind)) {
    throw new RangeError(`Methods disagree on what the option “${first?.label ?? ''}” is.`);
  }
  const { label } = first;
  if (first.kind === 'number') {
    const slider = widest(all.flatMap((of) => (of.kind === 'number' && of.control ? [of.control] : [])));
    const { unit = '', live = first.default ?? slider.min } = first;
    return range({ label, ...slider, unit, default: snap(live, slider) });
  }
  const words = all.flatMap((of) => {
    if (of.kind === 'choice') return Object.entries(of.words);
    return of.kind === 'toggle' && of.control ? [of.control.no, of.control.yes] : [];
  });
  const byDefault = written(first, first.live ?? first.default);
  return choice({ label, options: Object.fromEntries(words), default: String(byDefault) });
};

/**
 * A field for every option that some method offers a control for; methods that share an option share its
 * field.
 */
export const settings = Object.fromEntries(
  [...new Set(listed.flatMap(({ attack }) => offeredIn(attack.options).map(({ field }) => field)))].map(
    (field) => [
      field,
      paramOf(
        listed.flatMap(({ attack }) =>
          offeredIn(attack.options)
            .filter((offered) => offered.field === field)
            .map(({ of }) => of),
        ),
      ),
    ],
  ),
) as Settings;
