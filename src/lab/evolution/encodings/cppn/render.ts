import type { Picture } from '../../encoding.ts';
import { activations } from './activations.ts';
import { inputs, nodeCount, type Cppn } from './graph.ts';

/** Pixels computed at once: few enough for a network's signals to stay in the processor's nearest memory. */
const strip = 784;

/**
 * What a signal changes along; one that is the same all over counts as columns. A picture has far fewer
 * columns and rows than pixels.
 */
type Along = 'columns' | 'rows' | 'pixels';

const inputsAlong: readonly Along[] = ['columns', 'rows', 'pixels', 'columns'];

/** Where the centres of so many pixels in a row lie; the picture's sides are at ±1. */
const centres = (size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => (2 * i + 1) / size - 1);

/** What a node sums up before its activation. */
interface Sum {
  readonly node: number;
  readonly activation: number;
  /** The weight of the constant input. */
  constant: number;
  readonly weights: number[];
  readonly sources: number[];
}

/** out = constant + Σ weight · signal of n places, three links to a pass. */
const addUp = (
  { constant, weights, sources }: Sum,
  signals: readonly Float64Array[],
  out: Float64Array,
  n: number,
): void => {
  if (weights.length === 0) out.fill(constant, 0, n);
  for (let k = 0; k < weights.length; k += 3) {
    const a = signals[sources[k]];
    const b = signals[sources[k + 1] ?? -1] ?? a;
    const c = signals[sources[k + 2] ?? -1] ?? a;
    const p = weights[k];
    const q = weights[k + 1] ?? 0;
    const r = weights[k + 2] ?? 0;
    if (k > 0) {
      for (let i = 0; i < n; i++) {
        out[i] += p * a[i] + q * b[i] + r * c[i];
      }
    } else if (k + 1 < weights.length) {
      for (let i = 0; i < n; i++) out[i] = constant + p * a[i] + q * b[i] + r * c[i];
    } else {
      for (let i = 0; i < n; i++) out[i] = constant + p * a[i];
    }
  }
};

/** The sums of the nodes on which an output depends, in topological order; the outputs are the last. */
const plan = (cppn: Cppn, outputs: number): readonly Sum[] => {
  const sums = cppn.activations.map((activation, i): Sum => ({
    node: inputs + i,
    activation,
    constant: 0,
    weights: [],
    sources: [],
  }));
  for (const { from, to, weight } of cppn.links) {
    const sum = sums[to - inputs];
    if (from === inputs - 1) sum.constant = weight;
    else {
      sum.weights.push(weight);
      sum.sources.push(from);
    }
  }
  const needed = sums.map((_, i) => i >= sums.length - outputs);
  for (let i = sums.length - 1; i >= 0; i--) {
    if (needed[i]) for (const source of sums[i].sources) if (source >= inputs) needed[source - inputs] = true;
  }
  return sums.filter((_, i) => needed[i]);
};

/** What each of the sums' nodes changes along; of the inputs too. */
const directions = (sums: readonly Sum[]): readonly Along[] => {
  const along: Along[] = [...inputsAlong];
  for (const { node, sources } of sums) {
    const rows = sources.some((source) => along[source] === 'rows');
    // A constant is listed under columns, but changes nothing: it may well join rows, at the price of all
    // pixels.
    const columns = sources.some((source) => along[source] === 'columns');
    along[node] =
      sources.some((source) => along[source] === 'pixels') || (rows && columns)
        ? 'pixels'
        : rows
          ? 'rows'
          : 'columns';
  }
  return along;
};

/** Spreads a signal along columns or rows over the pixels start … start + n − 1. */
const spread = (
  signal: Float64Array,
  along: Along,
  out: Float64Array,
  start: number,
  n: number,
  size: number,
): void => {
  let column = start % size;
  let row = (start - column) / size;
  const rows = along === 'rows';
  for (let i = 0; i < n; i++) {
    out[i] = signal[rows ? row : column];
    if (++column === size) {
      column = 0;
      row++;
    }
  }
};

/**
 * A function that draws networks of so many outputs as size×size pixels of |output| in 255 steps; it keeps
 * its working memory.
 */
export const renderer = (outputs: number): ((cppn: Cppn, size: number) => Picture) => {
  // By node: its signal along the columns or rows, where it has one, and on the pixels of the strip.
  const lines: Float64Array[] = [];
  const pixels: Float64Array[] = [];
  let distances = { size: 0, start: 0 };

  const reserve = (nodes: number, size: number): void => {
    if (lines[0]?.length !== size) {
      lines.splice(0, lines.length, centres(size), centres(size));
    }
    while (lines.length < nodes) lines.push(new Float64Array(size));
    while (pixels.length < nodes) pixels.push(new Float64Array(strip));
  };

  /**
   * The places of a strip and their distances from the centre; nearly always those that are there already.
   */
  const place = (start: number, n: number, size: number): void => {
    if (distances.size === size && distances.start === start) return;
    distances = { size, start };
    const [x, y, distance] = pixels;
    spread(lines[0], 'columns', x, start, n, size);
    spread(lines[1], 'rows', y, start, n, size);
    for (let i = 0; i < n; i++) {
      distance[i] = Math.sqrt(x[i] * x[i] + y[i] * y[i]);
    }
  };

  return (cppn, size) => {
    const count = nodeCount(cppn);
    reserve(count, size);
    const sums = plan(cppn, outputs);
    const along = directions(sums);
    const picture = new Uint8Array(size * size * outputs);
    const compute = (sum: Sum, signals: readonly Float64Array[], n: number): void => {
      const out = signals[sum.node];
      addUp(sum, signals, out, n);
      activations[sum.activation]?.(out, n);
    };
    for (const sum of sums) if (along[sum.node] !== 'pixels') compute(sum, lines, size);
    for (let start = 0; start < size * size; start += strip) {
      const n = Math.min(strip, size * size - start);
      place(start, n, size);
      for (const sum of sums) {
        const way = along[sum.node] ?? 'pixels';
        if (way === 'pixels') compute(sum, pixels, n);
        else spread(lines[sum.node], way, pixels[sum.node], start, n, size);
      }
      for (let channel = 0; channel < outputs; channel++) {
        const out = pixels[count - outputs + channel];
        for (let i = 0; i < n; i++) picture[(start + i) * outputs + channel] = Math.abs(out[i]) * 255 + 0.5;
      }
    }
    return picture;
  };
};
