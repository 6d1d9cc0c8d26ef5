import type { BallId } from '../../../lab/ball.ts';
import { snap, type NumberField, type Param } from './params.ts';

/** How far a change may go: a radius of a ball, on numbers in 0 … 1; for L0 a count of pixels. */
export interface Size {
  readonly ball: BallId;
  readonly radius: number;
}

/** One way to set a size: a ball, and a slider that counts in parts of its radius. */
export interface SizeScale extends NumberField {
  readonly ball: BallId;
  /** As one of several: 'pixel by pixel (L∞)'. */
  readonly measured: string;
  /** How many parts make 1: 255 where the slider counts grey levels. */
  readonly per: 1 | 255;
  /** In parts. */
  readonly default: number;
  /** There is no limit: it only says how a change is measured, and has no slider. */
  readonly open?: boolean;
}

/** A size measured on one of several scales. */
export interface SizeParam extends Param<Size> {
  readonly kind: 'size';
  /** By id, in the order in which they are offered. */
  readonly scales: Readonly<Record<string, SizeScale>>;
}

const sizeOf = (scale: SizeScale, amount: number): Size => ({
  ball: scale.ball,
  radius: snap(amount, scale) / scale.per,
});

const amountOf = (scale: SizeScale, radius: number): number => snap(radius * scale.per, scale);

const written = (amount: number, { per }: SizeScale): string =>
  per === 1 ? `${amount}` : `${amount}/${per}`;

/** A size of one of several balls; a link carries 'l2:2', 'linf:0.2' or, in grey levels, 'linf:8/255'. */
export const size = (options: {
  readonly label: string;
  readonly scales: Readonly<Record<string, SizeScale>>;
}): SizeParam => {
  const all = Object.values(options.scales);
  const [first] = all;
  if (first === undefined) throw new RangeError(`“${options.label}” has no scale.`);
  const known = [...new Set(all.map(({ ball }) => ball))].join(', ');
  return {
    kind: 'size',
    ...options,
    default: sizeOf(first, first.default),
    write: ({ ball, radius }) => {
      const scales = all.filter((scale) => scale.ball === ball);
      const exact = scales.find((scale) => Math.abs(amountOf(scale, radius) / scale.per - radius) < 1e-9);
      const scale = exact ?? scales[0] ?? first;
      return `${scale.ball}:${written(amountOf(scale, radius), scale)}`;
    },
    read: (text) => {
      const [, ball, amount, , parts] = /^([a-z\d]+):(-?\d{1,6}(\.\d{1,9})?)(\/255)?$/.exec(text) ?? [];
      const scales = all.filter((scale) => scale.ball === ball);
      const per = parts === undefined ? 1 : 255;
      const scale = scales.find((one) => one.per === per) ?? scales[0];
      if (scale === undefined) {
        return { refused: `is not a size: write one of ${known}, then a colon and a number` };
      }
      const wanted = (Number(amount) * scale.per) / per;
      return wanted < scale.min || wanted > scale.max
        ? { refused: `is outside ${written(scale.min, scale)} to ${written(scale.max, scale)}` }
        : { value: sizeOf(scale, wanted) };
    },
  };
};

/** A size as one scale has it, with its amount in the scale's parts. */
export interface ScaledSize extends Size {
  readonly scale: SizeScale;
  readonly amount: number;
}

/**
 * The size in use where only some scales are offered: the wanted one on the scale of its ball, or else the
 * default of the first.
 */
export const sizeOn = (
  { scales, label }: SizeParam,
  wanted: Size | undefined,
  offered: readonly string[] = Object.keys(scales),
): ScaledSize => {
  const some = offered.flatMap((id) => scales[id] ?? []);
  const scale = some.find(({ ball }) => ball === wanted?.ball) ?? some[0];
  if (scale === undefined) throw new RangeError(`“${label}” has no scale ${offered.join(', ')}.`);
  const amount = wanted?.ball === scale.ball ? amountOf(scale, wanted.radius) : scale.default;
  return { scale, amount, ...sizeOf(scale, amount) };
};

/**
 * The fields of a link from when a size was a ball and one field per scale (`former`, by scale): one size, on
 * the scale that was in use then. What stood for other scales did nothing, and is dropped.
 */
export const sizeFromFormer = (
  { scales }: SizeParam,
  former: Readonly<Record<string, string>>,
  { ball, ...fields }: Readonly<Record<string, string>>,
  { base, offered = Object.keys(scales) }: { readonly base: Size; readonly offered?: readonly string[] },
): Readonly<Record<string, string>> => {
  const old = Object.values(former);
  const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => !old.includes(name)));
  const wanted = ball ?? base.ball;
  const used = offered.find((id) => scales[id]?.ball === wanted) ?? offered[0] ?? '';
  const scale = scales[used];
  const amount = fields[former[used] ?? ''];
  if (scale === undefined || (ball === undefined && amount === undefined)) return rest;
  // A ball that never was one is refused by its own name.
  const isKnown = Object.values(scales).some((one) => one.ball === wanted);
  const named = `${scale.ball}:${amount ?? scale.default}${scale.per === 1 ? '' : `/${scale.per}`}`;
  return { ...rest, size: isKnown ? named : wanted };
};
