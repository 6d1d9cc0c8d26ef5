import { digitSize } from '../../../data/digit.ts';
import type { Digits } from '../../../data/mnist.ts';
import { szegedy } from '../../../lab/attacks/szegedy.ts';
import type { Oracle } from '../../../lab/oracle.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { sigmoidLayered } from '../nets.ts';
import { reportSchema, share, type Row } from '../row.ts';
import {
  adam,
  amplified,
  attacked,
  errors,
  errorsOn,
  examplesFor,
  noisy,
  penalty,
  percent,
} from '../szegedy/examples.ts';
import { rowsOf, wholeNets } from '../szegedy/whole.ts';

const { source } = szegedy;
const kin = '40 epochs of Adam; why their two nets of one half share more than ours is not known';

/** Pictures `from` to `to` of a set. */
const part = ({ images, labels }: Digits, from: number, to: number): Digits => ({
  images: images.subarray(from * digitSize, to * digitSize),
  labels: labels.subarray(from, to),
  count: to - from,
});

/** Tables 3 and 4: nets of the same half of the training digits, and of the other half. */
const halfRows = async (lab: Laboratory): Promise<Row[]> => {
  const training = await lab.training();
  const [first, second] = [part(training, 0, 30_000), part(training, 30_000, 60_000)];
  const net = (widths: readonly number[], seed: number, half: Digits): Promise<Oracle> =>
    lab.trained(sigmoidLayered(widths, seed, penalty), half);
  const source1 = await net([100, 100], 1, first);
  const judges = [
    ['FC100-100-10', source1, first, undefined, undefined, ''],
    ['FC123-456-10, same half', await net([123, 456], 2, first), first, 26.2, 98, kin],
    ['FC100-100-10, other half', await net([100, 100], 3, second), second, 5.9, 43, adam],
  ] as const;
  const { pictures, x, distortions } = await examplesFor(source1, lab.digits, 'half', lab);
  const typical = distortions.reduce((sum, each) => sum + each, 0) / attacked;
  const larger = { ...pictures, x: amplified(pictures.x, x, 0.1) };
  const made = 'made for FC100-100-10 of one half';
  const rows: Row[] = [];
  for (const [name, judge, half, nearest, at10, differs] of judges) {
    rows.push(
      share(`${name}: error on its half`, await errorsOn(judge, half), half.count, { bound: [0, 0] }),
      share(`${made}, shown to ${name}: error`, await errors(judge, { ...pictures, x }), attacked, {
        ...(nearest === undefined ? { bound: [1, 1] } : percent(nearest, { differs })),
      }),
      share(`${made}, amplified to 0.1, shown to ${name}: error`, await errors(judge, larger), attacked, {
        ...(at10 === undefined ? {} : percent(at10, { differs })),
      }),
      share(
        `Gaussian noise of ${typical.toFixed(3)}, shown to ${name}: error`,
        await errors(judge, noisy(pictures, typical)),
        attacked,
        { bound: [0, 0.03] },
      ),
      share(
        `Gaussian noise of 0.1, shown to ${name}: error`,
        await errors(judge, noisy(pictures, 0.1)),
        attacked,
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
};

/**
 * How far the nearest pictures are that nets take for another digit, and what other nets make of them.
 * Softmax regression must be trained to its minimum: stopped early it is as smooth as under a hundred times
 * the penalty, and what is made for smooth weights carries over to nets with hidden layers.
 */
export const szegedyTransfer: Experiment = {
  id: 'szegedy-transfer',
  title: 'L-BFGS on fully connected nets: distortion and transfer',
  seed: 1,
  needs: [],
  quick: false,
  run: async (lab) => {
    const { rows } = reportSchema.shape;
    const nets = await wholeNets(lab);
    const found: Row[] = [];
    for (const net of nets) found.push(...(await lab.part(net.name, rows, () => rowsOf(net, nets, lab))));
    return [...found, ...(await lab.part('halves', rows, () => halfRows(lab)))];
  },
};
