/**
 * One axis of a convolution: output o reads input o·stride + u·dilation − before through tap u of the kernel.
 */
export interface Axis {
  readonly input: number;
  readonly output: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
}

/**
 * The same axis seen from the input: its gradient is again a convolution, over the gradient of the
 * outputs, that writes `block` neighbouring inputs at once (as channels) and has no holes in its signal.
 */
export interface GradientAxis {
  /** Neighbouring inputs written together; a multiple of the forward stride. */
  readonly block: number;
  readonly stride: number;
  readonly dilation: number;
  /** Zeros around the gradient of the outputs. */
  readonly before: number;
  readonly after: number;
  /**
   * taps[τ][a]: which forward tap joins input a of a block to tap τ; `kernel` (one past the last) stands for
   * zero.
   */
  readonly taps: readonly (readonly number[])[];
}

/**
 * Wires the input gradient of one axis, `steps` output steps per block. From input i = o·s + u·d − p
 * follows o = (i + p − u·d) / s: block B starts at output B·steps and reaches a fixed set of shifts.
 */
export const gradientAxis = (axis: Axis, steps = 1): GradientAxis => {
  const { input, output, kernel, stride, dilation, before: p } = axis;
  if (dilation > 1 && (stride > 1 || steps > 1))
    throw new RangeError('Either strides or dilations must be 1.');
  const block = stride * steps;
  const lowest = Math.ceil((p - (kernel - 1) * dilation) / stride);
  // A padding wider than the kernel would ask for a negative padding here: add taps that are zero instead.
  const first = lowest - dilation * Math.ceil(Math.max(0, lowest) / dilation);
  const last = Math.floor((block - 1 + p) / stride);
  const count = Math.floor((last - first) / dilation) + 1;
  const taps = Array.from({ length: count }, (_, tau) =>
    Array.from({ length: block }, (_, a) => {
      const u = (a + p - stride * (first + tau * dilation)) / dilation;
      return Number.isInteger(u) && u >= 0 && u < kernel ? u : kernel;
    }),
  );
  const blocks = Math.ceil(input / block);
  const reach = steps * (blocks - 1) + first + (count - 1) * dilation;
  return { block, stride: steps, dilation, before: -first, after: Math.max(0, reach - (output - 1)), taps };
};

/** Channels that a SIMD convolution kernel computes together whether they exist or not. */
const lanes = 8;

/**
 * The pair of axes that costs least. Towards few channels (a picture has one) most lanes of a
 * convolution would idle; blocks of neighbouring pixels fill them.
 */
export const cheapestAxes = (
  rows: Axis,
  columns: Axis,
  channels: { readonly from: number; readonly to: number },
): readonly [GradientAxis, GradientAxis] => {
  const steps = rows.dilation > 1 || columns.dilation > 1 ? [1] : [1, 2, 4, 8];
  const choices = (axis: Axis): readonly GradientAxis[] => steps.map((count) => gradientAxis(axis, count));
  const cost = (r: GradientAxis, c: GradientAxis): number =>
    Math.ceil(rows.input / r.block) *
    Math.ceil(columns.input / c.block) *
    r.taps.length *
    c.taps.length *
    channels.from *
    lanes *
    Math.ceil((r.block * c.block * channels.to) / lanes);
  const pairs = choices(rows).flatMap((r) => choices(columns).map((c) => ({ r, c, cost: cost(r, c) })));
  const best = pairs.reduce((a, b) => (b.cost < a.cost ? b : a));
  return [best.r, best.c];
};
