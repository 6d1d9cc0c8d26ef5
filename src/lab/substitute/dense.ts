import type { Oracle, Vec } from '../oracle.ts';
import { differentiable } from '../oracles/differentiable.ts';
import type { Random } from '../random.ts';
import { joined, row } from '../vec.ts';

/** One layer: outputs = inputs·weights + bias. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  /** inputs × outputs numbers, the outputs of the first input first. */
  readonly weights: Vec;
  readonly bias: Vec;
}

/** A small net: layers with rectifiers between them, logits at the end. */
export type Dense = readonly Layer[];

/**
 * A net of these widths, input and classes among them: normal weights of variance 2/inputs (He et al. 2015),
 * biases 0.
 */
export const denseNet = (widths: readonly number[], random: Random): Dense =>
  widths.slice(1).map((outputs, k) => {
    const inputs = widths[k];
    const spread = Math.sqrt(2 / inputs);
    return {
      inputs,
      outputs,
      weights: new Float32Array(inputs * outputs).map(() => spread * random.normal()),
      bias: new Float32Array(outputs),
    };
  });

/** Writes one input's product with the weights into y; most numbers of a digit are 0 and cost nothing. */
const forward = ({ outputs, weights, bias }: Layer, x: Vec, y: Vec): void => {
  y.set(bias);
  for (let i = 0; i < x.length; i++) {
    const value = x[i];
    if (value === 0) continue;
    const from = i * outputs;
    for (let j = 0; j < outputs; j++) y[j] += value * weights[from + j];
  }
};

/** The signal of the outputs carried back to the inputs. */
const backward = ({ inputs, outputs, weights }: Layer, signal: Vec): Vec => {
  const back = new Float32Array(inputs);
  for (let i = 0; i < inputs; i++) {
    let sum = 0;
    for (let j = 0; j < outputs; j++) sum += weights[i * outputs + j] * signal[j];
    back[i] = sum;
  }
  return back;
};

/** Room for what each layer puts out, to be used again by whoever asks about many rows and keeps none. */
export const roomFor = (net: Dense): readonly Vec[] => net.map(({ outputs }) => new Float32Array(outputs));

/**
 * One row's way through the net: what goes into each layer, the row itself first, and the logits; all but the
 * row in `room`.
 */
export const passed = (
  net: Dense,
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
  net: Dense,
  into: readonly Vec[],
  signal: Vec,
  toInput: boolean,
): { readonly at: readonly Vec[]; readonly gradient: Vec } => {
  const at = [signal];
  let back = signal;
  for (let k = net.length - 1; k > 0 || (k === 0 && toInput); k--) {
    back = backward(net[k], back);
    if (k === 0) break;
    const active = into[k];
    back = back.map((value, i) => (active[i] > 0 ? value : 0));
    at.unshift(back);
  }
  return { at, gradient: back };
};

/** A net as an oracle. */
export const denseOracle = (net: Dense): Oracle => {
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
