import type { Vec } from '../oracle.ts';

/**
 * A fully connected layer: kernel of from × to numbers (all those of the first input first), bias of to
 * numbers.
 */
export interface DenseLayer {
  readonly kernel: Vec;
  readonly bias: Vec;
}

/** A net of dense layers, rectified between them and not at the end. */
export type ReluNet = readonly DenseLayer[];

/** logits = offset + slope·t on the piece from ≤ t ≤ to of a line: one linear region. */
export interface Piece {
  readonly from: number;
  /** Infinity for the last region of a ray. */
  readonly to: number;
  readonly offset: Float64Array;
  readonly slope: Float64Array;
  /** 1 for every hidden unit that is on, layer after layer. */
  readonly pattern: Uint8Array;
}

/** |sum| below this share of its terms' sizes is a zero that rounding has moved. */
const zeroShare = 1e-11;

type Numbers = ArrayLike<number>;
type Doubles = Float64Array<ArrayBuffer>;

const times = ({ kernel, bias }: DenseLayer, x: Numbers, withBias: boolean): Doubles => {
  const out = withBias ? Float64Array.from(bias) : new Float64Array(bias.length);
  for (let i = 0; i < x.length; i++) {
    const value = x[i];
    if (value === 0) continue;
    const at = i * bias.length;
    for (let k = 0; k < out.length; k++) out[k] += value * kernel[at + k];
  }
  return out;
};

/**
 * A layer's inputs at offset + t·slope: both parts, and how large the terms are of which each sum's rounding
 * error is a share.
 */
const along = (
  { kernel, bias }: DenseLayer,
  offset: Numbers,
  slope: Numbers,
  t: number,
): { readonly a: Doubles; readonly b: Doubles; readonly scale: Doubles } => {
  const [a, b, scale] = [
    Float64Array.from(bias),
    new Float64Array(bias.length),
    Float64Array.from(bias, Math.abs),
  ];
  for (let i = 0; i < offset.length; i++) {
    const [value, rate] = [offset[i], slope[i]];
    if (value === 0 && rate === 0) continue;
    const size = Math.abs(value) + Math.abs(t * rate);
    const at = i * bias.length;
    for (let k = 0; k < a.length; k++) {
      const weight = kernel[at + k];
      a[k] += value * weight;
      b[k] += rate * weight;
      scale[k] += size * Math.abs(weight);
    }
  }
  return { a, b, scale };
};

/** The region just after t on the line origin + t·direction, and where it ends. */
const pieceAt = (net: ReluNet, origin: Numbers, direction: Numbers, t: number): Piece => {
  // Carried apart, offset and slope stay exact however far out t is.
  let offset: Doubles = Float64Array.from(origin);
  let slope: Doubles = Float64Array.from(direction);
  let to = Infinity;
  const pattern: number[] = [];
  for (const [depth, layer] of net.entries()) {
    const { a, b, scale } = along(layer, offset, slope, t);
    [offset, slope] = [a, b];
    if (depth === net.length - 1) break;
    for (let k = 0; k < a.length; k++) {
      const [value, rate] = [a[k] + t * b[k], b[k]];
      const atZero = Math.abs(value) <= zeroShare * scale[k];
      const on = atZero ? rate > 0 : value > 0;
      pattern.push(on ? 1 : 0);
      if (!atZero && value * rate < 0) to = Math.min(to, t - value / rate);
      if (!on) [a[k], b[k]] = [0, 0];
    }
  }
  return { from: t, to, offset, slope, pattern: Uint8Array.from(pattern) };
};

/**
 * The linear regions along origin + t·direction from t = 0 to `end`, in order: exact, from one boundary to
 * the next. With `end` Infinity the last piece is the region in which the ray stays for ever (Hein et al.
 * 2019, lemma 3.1).
 */
export function* piecesAlong(
  net: ReluNet,
  origin: Vec,
  direction: Vec,
  end = Infinity,
): Generator<Piece, void> {
  for (let t = 0; ;) {
    const piece = pieceAt(net, origin, direction, t);
    yield { ...piece, to: Math.min(piece.to, end) };
    // A boundary nearer than rounding can tell is no boundary to walk to.
    if (!(piece.to < end)) return;
    t = piece.to > t ? piece.to : t * (1 + 1e-15) + 1e-300;
  }
}

/** Which hidden units are on at x: 1 or 0, layer after layer. */
export const activationPattern = (net: ReluNet, x: Vec): Uint8Array =>
  pieceAt(net, x, new Float64Array(x.length), 0).pattern;

/**
 * The affine map that the net is in x's whole region: logits = offset + matrix·x, matrix classes × dimension.
 */
export const affineAt = (
  net: ReluNet,
  x: Vec,
): { readonly matrix: Float64Array; readonly offset: Float64Array } => {
  const pattern = activationPattern(net, x);
  const through = (input: Numbers, withBias: boolean): Doubles => {
    let at = 0;
    let values: Doubles = Float64Array.from(input);
    for (const [depth, layer] of net.entries()) {
      values = times(layer, values, withBias);
      if (depth < net.length - 1) values = values.map((value) => (pattern[at++] === 1 ? value : 0));
    }
    return values;
  };
  const offset = through(new Float64Array(x.length), true);
  const matrix = new Float64Array(offset.length * x.length);
  for (let i = 0; i < x.length; i++) {
    const unit = new Float64Array(x.length);
    unit[i] = 1;
    through(unit, false).forEach((value, k) => (matrix[k * x.length + i] = value));
  }
  return { matrix, offset };
};

/**
 * The softmax of offset + slope·t as t grows without end, exactly: classes whose slope is not the steepest
 * vanish, and those that share it keep the softmax of their offsets. One steepest class means certainty (Hein
 * et al. 2019, theorem 3.1).
 */
export const limitProbabilities = ({ offset, slope }: Pick<Piece, 'offset' | 'slope'>): Doubles => {
  const steepest = Math.max(...slope);
  const tolerance = zeroShare * Math.max(...slope.map(Math.abs));
  const stays = slope.map((value) => (steepest - value <= tolerance ? 1 : 0));
  const top = Math.max(...offset.filter((_, k) => stays[k] === 1));
  const weights = offset.map((value, k) => (stays[k] === 1 ? Math.exp(value - top) : 0));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((value) => value / total);
};
