import type { SampledDigits } from '../../data/strokes.ts';
import { pgd } from '../../lab/attacks/pgd.ts';
import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import { toEightBits, toLevels } from '../../lab/eight-bits.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { random } from '../../lab/random.ts';
import { finish } from '../../lab/solve.ts';
import { largestSize, predictions, row } from '../../lab/vec.ts';
import type { Trained } from './frame.ts';

const drawn = 10;

/** PGD's last iterate, in 8 bits. */
export const attackedBy = async (
  oracle: Oracle,
  { x, labels }: SampledDigits,
  epsilon: number,
  steps: number,
): Promise<Vec> => {
  if (epsilon === 0) return x;
  const problem = {
    oracle,
    x0: x,
    goal: { kind: 'leave', labels },
    ball: balls.linf,
    radius: epsilon,
    box: unitBox,
  } as const;
  let last = x;
  await finish(pgd.run(problem, { ...pgd.defaults, steps, randomStart: false }, random('unused')), (step) => {
    last = step.x;
  });
  return toEightBits(last, unitBox, x);
};

/** How many digits a net reads rightly at one ε, with the first ten as attacked. */
export const readAt = async (
  oracle: Oracle,
  digits: SampledDigits,
  epsilon: number,
  steps: number,
): Promise<{ readonly right: number } & Pick<Trained, 'attacked' | 'says'>> => {
  const x = await attackedBy(oracle, digits, epsilon, steps);
  const says = predictions(await oracle.logits(x), oracle.classes);
  return {
    right: says.filter((answer, i) => answer === digits.labels[i]).length,
    attacked: toLevels(x.subarray(0, drawn * oracle.dimension)),
    says: Uint8Array.from(says.subarray(0, drawn)),
  };
};

/** The gradients at the first ten digits, each scaled by its largest part. */
export const gradientsOf = async (oracle: Oracle, { x, labels }: SampledDigits): Promise<Int8Array> => {
  const { dimension } = oracle;
  const { gradient } = await oracle.loss(x.subarray(0, drawn * dimension), labels.subarray(0, drawn));
  const out = new Int8Array(gradient.length);
  for (let i = 0; i < drawn; i++) {
    const one = row(gradient, i, dimension);
    const largest = Math.max(1e-30, largestSize(one));
    out.set(
      Array.from(one, (value) => Math.round((127 * value) / largest)),
      i * dimension,
    );
  }
  return out;
};
