import type { Oracle, Vec } from '../oracle.ts';
import { adam, gradientDescent } from '../optimise/adam.ts';
import { clip, mapped } from '../vec.ts';

/**
 * A number that a network computes from each input (a unit, a channel, a logit), with its gradient in the
 * input.
 */
export interface UnitOracle {
  readonly dimension: number;
  /** n·dimension numbers in; n activations and n·dimension numbers of gradient out. */
  activation(x: Vec): Promise<{ readonly activation: Vec; readonly gradient: Vec }>;
}

/** A class's logit as a unit. */
export const logitUnit = (oracle: Oracle, label: number): UnitOracle => ({
  dimension: oracle.dimension,
  activation: async (x) => {
    const { classes } = oracle;
    const { logits, gradient } = await oracle.pullback(x, (z) =>
      mapped(z, (_, i) => (i % classes === label ? 1 : 0)),
    );
    return {
      activation: Float32Array.from(
        { length: logits.length / classes },
        (_, i) => logits[i * classes + label],
      ),
      gradient,
    };
  },
});

/** One iterate of activation maximisation: the pictures and what the unit says of them. */
export interface MaximiseStep {
  readonly index: number;
  readonly x: Vec;
  readonly activation: Vec;
}

/** How an ascent goes: its steps, their rate, the decay that holds it back, and the box it stays in. */
export interface MaximiseOptions {
  readonly steps: number;
  readonly rate: number;
  readonly decay: number;
  readonly box?: readonly [number, number];
  /**
   * Adam's steps of that rate in place of the gradient's: every number moves about as far, however small its
   * slope.
   */
  readonly adam?: boolean;
}

/**
 * Gradient ascent on activation − decay/2·|x|² from the given pictures (Erhan et al. 2009 without decay,
 * Simonyan et al.
 * 2013, equation 1, with it), kept in the box if there is one. Yields the start, then the pictures after each
 * step.
 */
export async function* maximise(
  unit: UnitOracle,
  start: Vec,
  options: MaximiseOptions,
): AsyncGenerator<MaximiseStep, void> {
  const { rate, decay } = options;
  const move = options.adam === true ? adam(start.length, rate) : gradientDescent(rate);
  let x = start.slice();
  for (let index = 0; ; index++) {
    const { activation, gradient } = await unit.activation(x);
    yield { index, x, activation };
    if (index >= options.steps) return;
    const moved = Float64Array.from(x);
    move(
      moved,
      moved.map((value, i) => decay * value - gradient[i]),
    );
    x = clip(Float32Array.from(moved), options.box ?? [-Infinity, Infinity]);
  }
}
