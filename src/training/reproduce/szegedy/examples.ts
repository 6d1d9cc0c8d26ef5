import { digitSize } from '../../../data/digit.ts';
import { digitRows, type Digits } from '../../../data/mnist.ts';
import { szegedy } from '../../../lab/attacks/szegedy.ts';
import type { Oracle, Vec } from '../../../lab/oracle.ts';
import { random } from '../../../lab/random.ts';
import { length, mapped, numberAt, row, subtract } from '../../../lab/vec.ts';
import type { Rows } from '../../tasks/task.ts';
import { attackedRows, firstCorrect, mistakes } from '../attacked.ts';
import type { Laboratory } from '../experiment.ts';
import type { About } from '../row.ts';

const { source } = szegedy;

/** How many digits are attacked on each net. */
export const attacked = 200;

/** Theirs for nets with hidden layers: each hidden layer's, then the last one's. */
export const penalty = [1e-5, 1e-5, 1e-6] as const;

/** What is known of rows where hidden layers take part. */
export const adam =
  '40 epochs of Adam; L-BFGS, tried on FC100-100-10, ends lower on the penalised loss and comes nearer to theirs';

/** √(Σ rⱼ² / dimension), the paper's distortion. */
const distortion = (r: Vec): number => length(r) / Math.sqrt(r.length);

/** Each row moved from its x0 along its own way by that distortion; not clipped. */
export const amplified = (x0: Vec, x: Vec, wanted: number): Vec => {
  const moved = new Float32Array(x.length);
  for (let i = 0; i < x.length; i += digitSize) {
    const origin = x0.subarray(i, i + digitSize);
    const r = subtract(x.subarray(i, i + digitSize), origin);
    moved.set(
      mapped(origin, (value, j) => value + (numberAt(r, j) * wanted) / distortion(r)),
      i,
    );
  }
  return moved;
};

/** Digits that a net gets right, and the nearest pictures that it takes for another one, chosen at random. */
export const examplesFor = async (
  net: Oracle,
  digits: Digits,
  name: string,
  lab: Laboratory,
  steps = szegedy.defaults.steps,
) => {
  const pictures = await firstCorrect(net, digits, attacked);
  const stream = random(1).fork('targets');
  const targets = pictures.labels.map((label) => (label + 1 + stream.integer(9)) % 10);
  const order = { attack: szegedy, options: { steps }, ball: 'l2', radius: 100, targets, seed: 1 } as const;
  const { x } = await attackedRows(net, pictures, order, (done) => lab.progress(`${name}: ${done}`));
  const distortions = Array.from(targets.keys(), (i) =>
    distortion(subtract(row(x, i, digitSize), row(pictures.x, i, digitSize))),
  );
  return { pictures, x, distortions };
};

/** How many of the rows a net gets wrong. */
export const errors = async (net: Oracle, { x, labels }: Rows): Promise<number> =>
  mistakes(await net.logits(x), labels).wrong;

/** Wrong answers on a whole set, a few thousand at a time. */
export const errorsOn = async (net: Oracle, digits: Digits): Promise<number> => {
  let wrong = 0;
  for (let from = 0; from < digits.count; from += 5000) {
    wrong += await errors(net, digitRows(digits, from, Math.min(digits.count, from + 5000)));
  }
  return wrong;
};

/** The pictures under Gaussian noise of that deviation, not clipped. */
export const noisy = ({ x, labels }: Rows, deviation: number): Rows => {
  const stream = random(1).fork('noise');
  return { x: mapped(x, (value) => value + deviation * stream.normal()), labels };
};

/** A published number of the paper, from its recipe. */
export const printed = (value: number): About['published'] => ({
  value,
  source,
  status: 'C',
  comparison: 'recipe',
});

/** A share that the paper prints in percent. */
export const percent = (value: number, rest: About = {}): About => ({
  published: printed(Number((value / 100).toFixed(4))),
  ...rest,
});
