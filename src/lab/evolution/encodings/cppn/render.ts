import type { Picture } from '../../encoding.ts';
import { activations } from './activations.ts';
import { inputs, nodeCount, type Cppn } from './graph.ts';

/** Pixels computed at once: few enough for a network's signals to stay in the processor's nearest memory. */
const strip = 784;

/** Writes x, y and the distance from the centre of the pixels start … start + n − 1; the picture's sides lie at ±1. */
const coordinates = (
  [x, y, distance]: readonly [Float64Array, Float64Array, Float64Array],
  start: number,
  n: number,
  size: number,
): void => {
  let column = start % size;
  let row = (start - column) / size;
  for (let i = 0; i < n; i++) {
    const u = (2 * column + 1) / size - 1;
    const v = (2 * row + 1) / size - 1;
    x[i] = u;
    y[i] = v;
    distance[i] = Math.sqrt(u * u + v * v);
    if (++column === size) {
      column = 0;
      row++;
    }
  }
};

/** What a node sums up before its activation. */
interface Sum {
  readonly activation: number;
  readonly out: Float64Array;
  /** The weight of the constant input. */
  constant: number;
  readonly weights: number[];
  readonly signals: Float64Array[];
}

/** constant + Σ weight · signal of n pixels, three links to a pass. */
const addUp = ({ out, constant, weights, signals }: Sum, n: number): void => {
  if (weights.length === 0) out.fill(constant, 0, n);
  for (let k = 0; k < weights.length; k += 3) {
    const a = signals[k] as Float64Array;
    const b = signals[k + 1] ?? a;
    const c = signals[k + 2] ?? a;
    const p = weights[k] as number;
    const q = weights[k + 1] ?? 0;
    const r = weights[k + 2] ?? 0;
    if (k > 0) {
      for (let i = 0; i < n; i++) {
        out[i] = (out[i] as number) + (p * (a[i] as number) + q * (b[i] as number) + r * (c[i] as number));
      }
    } else if (k + 1 < weights.length) {
      for (let i = 0; i < n; i++)
        out[i] = constant + p * (a[i] as number) + q * (b[i] as number) + r * (c[i] as number);
    } else {
      for (let i = 0; i < n; i++) out[i] = constant + p * (a[i] as number);
    }
  }
};

/** The sums of the nodes on which an output depends, in topological order; the outputs are the last. */
const plan = (cppn: Cppn, outputs: number, signals: readonly Float64Array[]): readonly Sum[] => {
  const count = nodeCount(cppn);
  const sums = cppn.activations.map((activation, i): Sum => {
    const out = signals[inputs + i] as Float64Array;
    return { activation, out, constant: 0, weights: [], signals: [] };
  });
  for (const { from, to, weight } of cppn.links) {
    const sum = sums[to - inputs] as Sum;
    if (from === inputs - 1) sum.constant = weight;
    else {
      sum.weights.push(weight);
      sum.signals.push(signals[from] as Float64Array);
    }
  }
  const needed = new Set(signals.slice(count - outputs, count));
  for (const { out, signals: sources } of sums.toReversed()) {
    if (needed.has(out)) for (const source of sources) needed.add(source);
  }
  return sums.filter(({ out }) => needed.has(out));
};

/** A function that draws networks of so many outputs as size×size pixels of |output| in 255 steps; it keeps its working memory. */
export const renderer = (outputs: number): ((cppn: Cppn, size: number) => Picture) => {
  const place = [new Float64Array(strip), new Float64Array(strip), new Float64Array(strip)] as const;
  const signals: Float64Array[] = [...place, new Float64Array(strip).fill(1)];
  return (cppn, size) => {
    while (signals.length < nodeCount(cppn)) signals.push(new Float64Array(strip));
    const sums = plan(cppn, outputs, signals);
    const picture = new Uint8Array(size * size * outputs);
    for (let start = 0; start < size * size; start += strip) {
      const n = Math.min(strip, size * size - start);
      coordinates(place, start, n, size);
      for (const sum of sums) {
        addUp(sum, n);
        activations[sum.activation]?.(sum.out, n);
      }
      sums.slice(-outputs).forEach(({ out }, channel) => {
        for (let i = 0; i < n; i++) picture[(start + i) * outputs + channel] = Math.abs(out[i] as number) * 255 + 0.5;
      });
    }
    return picture;
  };
};
