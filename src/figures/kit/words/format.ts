/**
 * How numbers are spelled in drawings, sentences and tables: true minus signs, grouped thousands, as many
 * nines as there are.
 */

const space = '\u00a0';
const minus = '\u2212';

/**
 * Tails below this are spelled as a bound: a float32 probability of exactly 1 is only known to lie above 1 −
 * 10⁻⁷.
 */
const smallestTail = 1e-7;

/** Decimals of a percentage in a table, at most. */
const tableDecimals = 3;

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** A plain number with at most `digits` decimals, none of them idle: 0.3, −2.5, 1,024; never '-0'. */
export const decimal = (x: number, digits = 2): string => {
  const [whole = '0', fraction = ''] = Math.abs(x).toFixed(digits).split('.');
  const kept = fraction.replace(/0+$/, '');
  const text = kept === '' ? group(whole) : `${group(whole)}.${kept}`;
  return x < 0 && text !== '0' ? minus + text : text;
};

/** A number with exactly `digits` decimals, for columns: −2.50, 0.30. */
export const fixed = (x: number, digits: number): string => {
  const text = Math.abs(x).toFixed(digits);
  return x < 0 && Number(text) !== 0 ? minus + text : text;
};

/** The length of a change (L2), with three digits: 0.35, 1.71, 10.6. */
export const lengthText = (length: number): string => fixed(length, length < 9.995 ? 2 : 1);

/** A change: like `decimal`, with its sign in front unless it is 0: +0.5, −3, 0. */
export const signed = (x: number, digits = 2): string => {
  const text = decimal(x, digits);
  return x > 0 && text !== '0' ? `+${text}` : text;
};

/** A whole number with its thousands grouped: 1,024. */
export const count = (n: number): string => decimal(n, 0);

/** A text that begins a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A count with its noun: '1 nudge', '10 nudges', '2 classes' (`many` where an s does not do). */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${count(n)} ${n === 1 ? one : many}`;

/**
 * Decimals that show the last nine of a percentage, or the first figure of a small one, at least one: 95.3
 * needs 1, 99.998 needs 3.
 */
const decimalsOf = (probability: number): number => {
  const tail = Math.min(probability, 1 - probability);
  return Math.max(1, -Math.floor(Math.log10(Number(Math.max(tail, smallestTail / 10).toPrecision(1)))) - 2);
};

/**
 * A probability in percent with as many nines (or zeros) as there are: 95.3 %, 99.998 %, 0.004 %. Rounding
 * never makes certainty: beyond seven figures it is a bound, '> 99.99999 %'.
 */
export const percent = (probability: number): string => {
  const tail = Math.min(probability, 1 - probability);
  if (tail < smallestTail)
    return probability > 0.5 ? `>${space}99.99999${space}%` : `<${space}0.00001${space}%`;
  return `${(probability * 100).toFixed(decimalsOf(probability))}${space}%`;
};

/**
 * How to write, in percent and without the sign, probabilities that stand together in a column or a panel:
 * all with the decimals that the one nearest to 1 needs, `most` at most. Where those do not do, it and all
 * that would look like it are a bound: '> 99.99' and never '99.99' beside it. What is less than the last
 * decimal is '< 0.01'.
 */
export const bareAmong = (
  together: Iterable<number>,
  most = tableDecimals,
): ((probability: number) => string) => {
  const wanted = Math.max(1, ...Array.from(together, (p) => (p > 0.5 ? decimalsOf(p) : 1)));
  const digits = Math.min(wanted, most);
  const unit = 10 ** -digits;
  const bounded = wanted > digits;
  return (probability) => {
    const x = 100 * probability;
    if (x < unit) return `<${space}${unit.toFixed(digits)}`;
    if (!bounded) return x.toFixed(digits);
    return x > 100 - unit
      ? `>${space}${(100 - unit).toFixed(digits)}`
      : Math.min(x, 100 - 2 * unit).toFixed(digits);
  };
};

/** The same with the sign, for cells of a table's column. */
export const percentAmong = (together: Iterable<number>): ((probability: number) => string) => {
  const bare = bareAmong(together);
  return (probability) => `${bare(probability)}${space}%`;
};

/**
 * A probability in percent where there is little room: at most four nines or two zeros, '> 99.99 %', '< 0.01
 * %'.
 */
export const shortPercent = (probability: number): string => {
  if (probability > 0.9999) return `>${space}99.99${space}%`;
  return probability < 0.0001 ? `<${space}0.01${space}%` : percent(probability);
};

/** A tiny difference to one figure: 3e−8; 0 stays '0'. */
export const tiny = (x: number): string => (x === 0 ? '0' : x.toExponential(0).replace('-', minus));
