import { digitRows } from '../../../data/mnist.ts';
import { fgsm } from '../../../lab/attacks/fgsm.ts';
import { unitBox } from '../../../lab/box.ts';
import type { Oracle } from '../../../lab/oracle.ts';
import { rounded } from '../../../lab/oracles/rounded.ts';
import type { Experiment, PublishedNet } from '../experiment.ts';
import { attackedRows, mistakes, unclipped } from '../attacked.ts';
import { mean, share, type Row } from '../row.ts';

const epsilon = 0.25;

/** Error and confidence at ε = .25 over all 10,000 digits, as independent implementations measured them. */
const expected: Readonly<
  Record<PublishedNet, Readonly<Record<'clipped' | 'unclipped', readonly [number, number]>>>
> = {
  'lenet-d': { unclipped: [0.8891, 0.9636], clipped: [0.818, 0.9305] },
  'lenet-f': { unclipped: [0.9472, 0.9194], clipped: [0.8865, 0.877] },
};

const around = (value: number, half: number): [number, number] => [value - half, value + half];

/** The fast gradient sign method at ε = .25, as published (not clipped) and as pictures (clipped). */
export const fgsmExperiment: Experiment = {
  id: 'fgsm',
  title: 'Fast gradient sign method, ε = 0.25',
  seed: 1,
  needs: ['lenet-d', 'lenet-f'],
  quick: true,
  run: async (lab) => {
    const rows: Row[] = [];
    const pictures = digitRows(lab.digits);
    for (const id of ['lenet-d', 'lenet-f'] as const) {
      const net = await lab.published(id);
      // In a quick run one way for each net: each way and each net is measured once.
      const kinds = lab.quick
        ? ([id === 'lenet-d' ? 'unclipped' : 'clipped'] as const)
        : (['unclipped', 'clipped'] as const);
      for (const kind of kinds) {
        const order = {
          attack: fgsm,
          ball: 'linf',
          radius: epsilon,
          box: kind === 'clipped' ? unitBox : unclipped,
          seed: 1,
        } as const;
        const attacked = async (oracle: Oracle) => {
          const { logits } = await attackedRows(oracle, pictures, order, (n) =>
            lab.progress(`${id} ${kind}: ${n}`),
          );
          return mistakes(logits, pictures.labels);
        };
        const { wrong, confidences } = await attacked(rounded(net));
        const [error, confidence] = expected[id][kind];
        rows.push(
          share(`${id}, ${kind}: error`, wrong, pictures.labels.length, {
            published: { value: error, n: pictures.labels.length, status: 'M' },
            bound: around(error, 0.0005),
          }),
          mean(
            `${id}, ${kind}: confidence in the mistakes`,
            confidences,
            { published: { value: confidence, status: 'M' }, bound: around(confidence, 0.0005) },
            'share',
          ),
        );
        // What the rounding of probabilities to 32 bits hides from the attack.
        if (lab.quick) continue;
        const exact = await attacked(net);
        rows.push(
          share(`${id}, ${kind}: error, gradient not rounded`, exact.wrong, pictures.labels.length, {
            published: { value: error, n: pictures.labels.length, status: 'M', comparison: 'other' },
            differs: 'the gradient keeps its direction where a probability rounds to 1',
          }),
        );
      }
    }
    return rows;
  },
};
