import type { Picture } from '../../encoding.ts';
import { activations } from './activations.ts';
import { inputs, nodeCount, type Cppn, type Link } from './graph.ts';

/** Pixels computed at once: few enough for a network's signals to stay in the processor's nearest memory. */
const strip = 256;

/** Writes x, y and the distance from the centre of the pixels start … start + n − 1; the picture's sides lie at ±1. */
const coordinates = (
  x: Float64Array,
  y: Float64Array,
  distance: Float64Array,
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

/** out = constant + weight·a, or out += … where there is no constant; two and four links at a time save passes. */
const fill = (out: Float64Array, n: number, constant: number, p: number, a: Float64Array): void => {
  for (let i = 0; i < n; i++) out[i] = constant + p * (a[i] as number);
};
const fillThree = (
  out: Float64Array,
  n: number,
  constant: number,
  p: number,
  a: Float64Array,
  q: number,
  b: Float64Array,
  r: number,
  c: Float64Array,
): void => {
  for (let i = 0; i < n; i++) out[i] = constant + p * (a[i] as number) + q * (b[i] as number) + r * (c[i] as number);
};
const addOne = (out: Float64Array, n: number, p: number, a: Float64Array): void => {
  for (let i = 0; i < n; i++) out[i] = (out[i] as number) + p * (a[i] as number);
};
const addTwo = (out: Float64Array, n: number, p: number, a: Float64Array, q: number, b: Float64Array): void => {
  for (let i = 0; i < n; i++) out[i] = (out[i] as number) + p * (a[i] as number) + q * (b[i] as number);
};

export const renderer = (outputs: number): ((cppn: Cppn, size: number) => Picture) => {
  const signals: Float64Array[] = [];
  return (cppn, size) => {
    const count = nodeCount(cppn);
    while (signals.length < count) signals.push(new Float64Array(strip).fill(1));
    const incoming: Link[][] = Array.from({ length: count }, () => []);
    for (const link of cppn.links) (incoming[link.to] as Link[]).push(link);
    const needed = new Uint8Array(count).fill(1, count - outputs);
    for (let node = count - 1; node >= inputs; node--) {
      if (needed[node]) for (const { from } of incoming[node] as Link[]) needed[from] = 1;
    }
    const picture = new Uint8Array(size * size * outputs);
    const [x, y, distance] = signals as [Float64Array, Float64Array, Float64Array];
    for (let start = 0; start < size * size; start += strip) {
      const n = Math.min(strip, size * size - start);
      coordinates(x, y, distance, start, n, size);
      for (let node = inputs; node < count; node++) {
        if (!needed[node]) continue;
        const out = signals[node] as Float64Array;
        const links = incoming[node] as Link[];
        let constant = 0;
        const live: Link[] = [];
        for (const link of links) {
          if (link.from === inputs - 1) constant = link.weight;
          else live.push(link);
        }
        let k = 0;
        const s = (j: number): Float64Array => signals[(live[j] as Link).from] as Float64Array;
        const w = (j: number): number => (live[j] as Link).weight;
        if (live.length === 0) out.fill(constant, 0, n);
        else if (live.length < 3) {
          fill(out, n, constant, w(0), s(0));
          k = 1;
        } else {
          fillThree(out, n, constant, w(0), s(0), w(1), s(1), w(2), s(2));
          k = 3;
        }
        for (; k + 1 < live.length; k += 2) addTwo(out, n, w(k), s(k), w(k + 1), s(k + 1));
        if (k < live.length) addOne(out, n, w(k), s(k));
        (activations[cppn.activations[node - inputs] as number] as (v: Float64Array, n: number) => void)(out, n);
      }
      for (let o = 0; o < outputs; o++) {
        const value = signals[count - outputs + o] as Float64Array;
        for (let i = 0; i < n; i++) picture[(start + i) * outputs + o] = Math.abs(value[i] as number) * 255 + 0.5;
      }
    }
    return picture;
  };
};
