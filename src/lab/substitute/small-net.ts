import type { Oracle, Vec } from '../oracle.ts';
import { differentiable } from '../oracles/differentiable.ts';
import { joined, row } from '../vec.ts';
import {
  convolutionAccumulate,
  convolutionBackward,
  convolutionForward,
  type Convolution,
} from './convolution.ts';
import { denseAccumulate, denseBackward, denseForward, type DenseLayer } from './dense.ts';
import { poolBackward, poolForward, type Pool } from './pool.ts';

/** One layer of a small net. */
export type Layer = DenseLayer | Convolution | Pool;

/** A small net: layers with rectifiers between them, logits at the end. */
export type SmallNet = readonly Layer[];

/** Writes what a layer puts out into y. */
const forward = (layer: Layer, x: Vec, y: Vec): void => {
  switch (layer.kind) {
    case 'dense':
      return denseForward(layer, x, y);
    case 'convolution':
      return convolutionForward(layer, x, y);
    case 'pool':
      return poolForward(layer, x, y);
  }
};

/** The signal of the outputs carried back to the inputs. */
const backward = (layer: Layer, x: Vec, signal: Vec): Vec => {
  switch (layer.kind) {
    case 'dense':
      return denseBackward(layer, signal);
    case 'convolution':
      return convolutionBackward(layer, signal);
    case 'pool':
      return poolBackward(layer, x, signal);
  }
};

/** Adds one example's gradient, scaled, to a layer that holds the sum; a pool has none. */
export const accumulate = (sum: Layer, into: Vec, signal: Vec, scale: number): void => {
  if (sum.kind === 'dense') denseAccumulate(sum, into, signal, scale);
  else if (sum.kind === 'convolution') convolutionAccumulate(sum, into, signal, scale);
};

/** Room for what each layer puts out, to be used again by whoever asks about many rows and keeps none. */
export const roomFor = (net: SmallNet): readonly Vec[] => net.map(({ outputs }) => new Float32Array(outputs));

/**
 * One row's way through the net: what goes into each layer, the row itself first, and the logits; all but the
 * row in `room`.
 */
export const passed = (
  net: SmallNet,
  x: Vec,
  room = roomFor(net),
): { readonly into: readonly Vec[]; readonly logits: Vec } => {
  const into = [x, ...room.slice(0, -1)];
  net.forEach((layer, k) => {
    const y = room[k];
    forward(layer, into[k], y);
    if (k < net.length - 1) for (let j = 0; j < y.length; j++) y[j] = Math.max(0, y[j]);
  });
  return { into, logits: room.at(-1) as Vec };
};

/**
 * The signal at the outputs of each layer, from that at the logits, the first layer's first; with the input's
 * gradient if `toInput`, for it takes as long as all the rest.
 */
export const returned = (
  net: SmallNet,
  into: readonly Vec[],
  signal: Vec,
  toInput: boolean,
): { readonly at: readonly Vec[]; readonly gradient: Vec } => {
  const at = [signal];
  let back = signal;
  for (let k = net.length - 1; k > 0 || (k === 0 && toInput); k--) {
    back = backward(net[k], into[k], back);
    if (k === 0) break;
    const active = into[k];
    back = back.map((value, i) => (active[i] > 0 ? value : 0));
    at.unshift(back);
  }
  return { at, gradient: back };
};

/** A small net as an oracle. */
export const smallOracle = (net: SmallNet): Oracle => {
  const dimension = net[0]?.inputs ?? 0;
  const classes = net.at(-1)?.outputs ?? 0;
  const rowsOf = (x: Vec): Vec[] =>
    Array.from({ length: x.length / dimension }, (_, i) => row(x, i, dimension));
  return differentiable({
    dimension,
    classes,
    logits: async (x) => joined(rowsOf(x).map((one) => passed(net, one).logits)),
    pullback: async (x, weigh) => {
      const ways = rowsOf(x).map((one) => passed(net, one));
      const logits = joined(ways.map((way) => way.logits));
      const weights = weigh(logits, 0);
      const gradients = ways.map(
        ({ into }, i) => returned(net, into, row(weights, i, classes), true).gradient,
      );
      return { logits, gradient: joined(gradients) };
    },
  });
};
