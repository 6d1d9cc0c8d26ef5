import { digitSize } from '../../../data/digit.ts';
import { digitRows, type Digits } from '../../../data/mnist.ts';
import { szegedy } from '../../../lab/attacks/szegedy.ts';
import type { Oracle, Vec } from '../../../lab/oracle.ts';
import { random } from '../../../lab/random.ts';
import { length, mapped, numberAt, row, subtract } from '../../../lab/vec.ts';
import type { Rows } from '../../tasks/task.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { attackedRows, firstCorrect, mistakes } from '../attacked.ts';
import { regression, sigmoidLayered } from '../nets.ts';
import { mean, share, type About, type Row } from '../row.ts';

const { source } = szegedy;
const n = 200;
const epochs = 12;

/** Pictures `from` to `to` of a set. */
const part = ({ images, labels }: Digits, from: number, to: number): Digits => ({
  images: images.subarray(from * digitSize, to * digitSize),
  labels: labels.subarray(from, to),
  count: to - from,
});

/** √(Σ rⱼ² / dimension), the paper's distortion. */
const distortion = (r: Vec): number => length(r) / Math.sqrt(r.length);

/** Each row moved from its x0 along its own way by that distortion; not clipped. */
const amplified = (x0: Vec, x: Vec, wanted: number): Vec => {
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

/** Pictures that a net gets right, and the nearest ones that it takes for another digit, chosen at random. */
const examplesFor = async (net: Oracle, name: string, lab: Laboratory) => {
  const pictures = await firstCorrect(net, lab.digits, n);
  const stream = random(1).fork('targets');
  const targets = pictures.labels.map((label) => (label + 1 + stream.integer(9)) % 10);
  const order = { attack: szegedy, ball: 'l2', radius: 100, targets, seed: 1 } as const;
  const { x } = await attackedRows(net, pictures, order, (done) => lab.progress(`${name}: ${done}`));
  const distortions = Array.from(targets.keys(), (i) =>
    distortion(subtract(row(x, i, digitSize), row(pictures.x, i, digitSize))),
  );
  return { pictures, x, distortions };
};

const errors = async (net: Oracle, { x, labels }: Rows): Promise<number> =>
  mistakes(await net.logits(x), labels).wrong;

/** The pictures under Gaussian noise of that deviation, not clipped. */
const noisy = ({ x, labels }: Rows, deviation: number): Rows => {
  const stream = random(1).fork('noise');
  return { x: mapped(x, (value) => value + deviation * stream.normal()), labels };
};

const differs = 'trained by Adam without decay';

const percent = (value: number, rest: Partial<About> = {}): About => ({
  published: { value: Number((value / 100).toFixed(4)), source, status: 'C', comparison: 'recipe' },
  differs,
  ...rest,
});

/** How far the nearest pictures are that nets take for another digit, and what other nets make of them. */
export const szegedyTransfer: Experiment = {
  id: 'szegedy-transfer',
  title: 'L-BFGS on fully connected nets: distortion and transfer',
  seed: 1,
  needs: [],
  quick: false,
  run: async (lab) => {
    const rows: Row[] = [];
    const training = await lab.training();
    const test = digitRows(lab.digits);
    const [first, second] = [part(training, 0, 30_000), part(training, 30_000, 60_000)];

    // Table 1, and what of table 2 is confirmed.
    const whole = [
      ['FC10', await lab.trained(regression(10, 2)), 0.074, 0.062],
      ['FC100-100-10', await lab.trained(sigmoidLayered([100, 100], 1, epochs)), 0.0164, 0.058],
      ['FC200-200-10', await lab.trained(sigmoidLayered([200, 200], 2, epochs)), 0.0154, 0.065],
    ] as const;
    const transfer: Readonly<Record<string, readonly (number | undefined)[]>> = {
      FC10: [100, 2, undefined],
      'FC100-100-10': [28.9, 100, undefined],
      'FC200-200-10': [38.2, 20.3, undefined],
    };
    for (const [name, net, error, distorted] of whole) {
      const { pictures, x, distortions } = await examplesFor(net, name, lab);
      rows.push(
        share(`${name}: test error`, await errors(net, test), test.labels.length, {
          published: { value: error, n: 10_000, source, status: 'C', comparison: 'recipe' },
          differs,
        }),
        mean(`${name}: distortion`, distortions, {
          published: { value: distorted, source, status: 'C', comparison: 'recipe' },
          differs: `${differs}; test digits, each to a digit chosen at random`,
        }),
      );
      for (const [k, [other, judge]] of whole.entries()) {
        const theirs = transfer[name]?.[k];
        const own: About = other === name ? { bound: [1, 1] } : {};
        rows.push(
          share(
            `made for ${name}, shown to ${other}: error`,
            await errors(judge, { ...pictures, x }),
            n,
            theirs === undefined ? own : percent(theirs, own),
          ),
        );
      }
    }

    // Tables 3 and 4: another net of the same half of the training digits, and the same net of the other
    // half.
    const source1 = await lab.trained(sigmoidLayered([100, 100], 1, epochs), first);
    const judges = [
      ['FC100-100-10', source1, undefined, undefined],
      ['FC123-456-10, same half', await lab.trained(sigmoidLayered([123, 456], 2, epochs), first), 26.2, 98],
      ['FC100-100-10, other half', await lab.trained(sigmoidLayered([100, 100], 3, epochs), second), 5.9, 43],
    ] as const;
    const { pictures, x, distortions } = await examplesFor(source1, 'half', lab);
    const typical = distortions.reduce((sum, each) => sum + each, 0) / n;
    const larger = { ...pictures, x: amplified(pictures.x, x, 0.1) };
    for (const [name, judge, nearest, at10] of judges) {
      const made = 'made for FC100-100-10 of one half';
      rows.push(
        share(`${made}, shown to ${name}: error`, await errors(judge, { ...pictures, x }), n, {
          ...(nearest === undefined ? { bound: [1, 1] } : percent(nearest)),
        }),
        share(`${made}, amplified to 0.1, shown to ${name}: error`, await errors(judge, larger), n, {
          ...(at10 === undefined ? {} : percent(at10)),
        }),
        share(
          `Gaussian noise of ${typical.toFixed(3)}, shown to ${name}: error`,
          await errors(judge, noisy(pictures, typical)),
          n,
          {
            bound: [0, 0.03],
          },
        ),
        share(
          `Gaussian noise of 0.1, shown to ${name}: error`,
          await errors(judge, noisy(pictures, 0.1)),
          n,
          {
            published: {
              value: '2.6 to 2.8 %',
              range: [0.026, 0.028],
              source,
              status: 'C',
              comparison: 'recipe',
            },
            bound: [0, 0.05],
          },
        ),
      );
    }
    return rows;
  },
};
