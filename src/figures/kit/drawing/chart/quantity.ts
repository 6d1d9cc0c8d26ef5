import { scaleLinear, scaleLog } from 'd3';
import { logit } from '../../../../lab/softmax.ts';
import { decimal } from '../../words/format.ts';

/** A value that is written at an axis, and how. */
export interface Tick {
  readonly value: number;
  readonly text: string;
}

/**
 * What is laid off along one side of a chart: its name with its unit, where a value stands, and which values
 * are written.
 */
export interface Quantity {
  readonly name: string;
  /** From 0 at the side's start to 1 at its end; values beyond stand at the ends. */
  place(value: number): number;
  readonly ticks: readonly Tick[];
}

/** The values at the two ends of an axis. */
export type Domain = readonly [from: number, to: number];

/** Values on an even scale. */
export const linear = (
  name: string,
  domain: Domain,
  { count = 5, format = (value: number) => decimal(value, 3) } = {},
): Quantity => {
  const scale = scaleLinear(domain, [0, 1]).clamp(true);
  return { name, place: scale, ticks: scale.ticks(count).map((value) => ({ value, text: format(value) })) };
};

/** Whole numbers on an even scale, about `count` of them written. */
export const wholes = (name: string, domain: Domain, count = 5): Quantity =>
  linear(name, domain, { count, format: (value) => decimal(value, 0) });

/** Shares from 0 to 1 (or a part of that), written in percent. */
export const shares = (name: string, domain: Domain = [0, 1]): Quantity =>
  linear(name, domain, { format: (value) => decimal(100 * value, 2) });

/** Positive values on a scale of powers of ten. */
export const powers = (
  name: string,
  domain: Domain,
  format: (value: number) => string = decimal,
): Quantity => {
  const scale = scaleLog(domain, [0, 1]).clamp(true);
  const exponents = {
    from: Math.ceil(Math.log10(domain[0]) - 1e-9),
    to: Math.floor(Math.log10(domain[1]) + 1e-9),
  };
  const ticks = Array.from(
    { length: exponents.to - exponents.from + 1 },
    (_, i) => 10 ** (exponents.from + i),
  );
  return { name, place: scale, ticks: ticks.map((value) => ({ value, text: format(value) })) };
};

const certain = [0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999, 0.999999];

/**
 * Probabilities on a scale of log-odds, written in percent: near certainty 99.9 is as far from 99.99 as that
 * from 99.999. `least` and `most` are the ends; what lies beyond stands there.
 */
export const logOdds = (name: string, [least, most]: Domain = [1e-5, 1 - 1e-5]): Quantity => {
  const scale = scaleLinear([logit(least), logit(most)], [0, 1]).clamp(true);
  const all = [...certain.map((p) => 1 - p), ...certain.slice(1)].toSorted((a, b) => a - b);
  const inside = all.filter((p) => p > least - 1e-12 && p < most + 1e-12);
  // Where there are many, every other one, and always a half.
  const half = inside.findIndex((p) => p === 0.5);
  const kept = inside.filter((_, i) => inside.length < 6 || Math.abs(i - half) % 2 === 0);
  return {
    name,
    // Probabilities that are 0 or 1 to the last bit stand at the ends too.
    place: (p) => scale(logit(Math.min(1 - 1e-12, Math.max(1e-12, p)))),
    ticks: kept.map((value) => ({ value, text: decimal(100 * value, 4) })),
  };
};
