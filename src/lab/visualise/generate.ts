import type { Oracle, Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { clip, mapped } from '../vec.ts';

/**
 * Pictures of a class drawn from a classifier (Dai et al. 2015, there by Hamiltonian steps): unadjusted
 * Langevin steps on log p(label | x) − precision/2·|x|², kept in the box. Yields the pictures after every
 * step, the start first; row i draws from `random.fork(i)`. Without a Metropolis test the samples are biased
 * by the size of the step.
 */
export async function* generate(
  oracle: Oracle,
  start: Vec,
  labels: Int32Array,
  options: {
    readonly steps: number;
    readonly step: number;
    readonly precision: number;
    readonly box?: readonly [number, number];
  },
  random: Random,
): AsyncGenerator<{ readonly index: number; readonly x: Vec; readonly loss: Vec }, void> {
  const { step, precision, box = [-Infinity, Infinity] } = options;
  const streams = Array.from(labels, (_, i) => random.fork(i));
  let x = start.slice();
  for (let index = 0; ; index++) {
    const { loss, gradient } = await oracle.loss(x, labels);
    yield { index, x, loss };
    if (index >= options.steps) return;
    const noise = mapped(x, (_, i) => streams[Math.floor(i / oracle.dimension)]?.normal() ?? 0);
    const moved = mapped(
      x,
      (value, i) => value - (step / 2) * (gradient[i] + precision * value) + Math.sqrt(step) * noise[i],
    );
    x = clip(moved, box);
  }
}
