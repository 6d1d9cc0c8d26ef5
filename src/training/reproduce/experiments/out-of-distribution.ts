import { digitRows } from '../../../data/mnist.ts';
import { pgd } from '../../../lab/attacks/pgd.ts';
import { energy, maxSoftmax, scores } from '../../../lab/defences/score.ts';
import type { Vec } from '../../../lab/oracle.ts';
import { refusing } from '../../../lab/oracles/refusing.ts';
import { random } from '../../../lab/random.ts';
import { auroc, falsePositiveRate, thresholdFor } from '../../../lab/statistics/roc.ts';
import type { Experiment, PublishedNet } from '../experiment.ts';
import { attackedRows } from '../attacked.ts';
import { number, type Row } from '../row.ts';

/** Pictures whose pixels are uniform in 0 … 1. */
const uniformNoise = (count: number, dimension: number, seed: number): Vec => {
  const stream = random(seed).fork('noise');
  const x = new Float32Array(count * dimension);
  for (let i = 0; i < x.length; i++) x[i] = stream.uniform();
  return x;
};

/** As measured with independent implementations. */
const measured: Readonly<Record<PublishedNet, number>> = { 'lenet-d': 0.971, 'lenet-f': 0.996 };

/**
 * Telling digits from uniform noise by how sure a net is, and by energy; then noise that has been told how.
 */
export const outOfDistribution: Experiment = {
  id: 'out-of-distribution',
  title: 'Digits against uniform noise: largest probability and energy',
  seed: 1,
  needs: ['lenet-d', 'lenet-f'],
  quick: true,
  run: async (lab) => {
    const rows: Row[] = [];
    const n = lab.quick ? 1000 : 10_000;
    const few = 200;
    for (const id of ['lenet-d', 'lenet-f'] as const) {
      const net = await lab.published(id);
      const digits = digitRows(lab.digits, 0, n).x;
      const noise = uniformNoise(n, net.dimension, 1);
      for (const score of [maxSoftmax(), energy()]) {
        lab.progress(`${id}, ${score.title}`);
        const known = await scores(net, digits, score);
        const unknown = await scores(net, noise, score);
        const value = measured[id];
        // A quick run takes the first digits, which are harder than the others.
        const half = lab.quick ? 0.015 : 0.003;
        rows.push(
          number(
            `${id}, ${score.title}: AUROC`,
            auroc(known, unknown),
            n,
            score.id === 'max-softmax'
              ? { published: { value, status: 'M' }, bound: [value - half, value + half] }
              : { bound: [0.99, 1] },
          ),
          number(`${id}, ${score.title}: FPR95`, falsePositiveRate(known, unknown), n, {}, 'share'),
        );
        if (lab.quick) continue;
        const oracle = refusing(net, score, thresholdFor(known, 0.95));
        const start = noise.slice(0, few * net.dimension);
        const labels = new Int32Array(few).fill(net.classes);
        const order = {
          attack: pgd,
          options: { steps: 20, randomStart: false },
          ball: 'linf',
          radius: 0.1,
          seed: 1,
        } as const;
        const { x } = await attackedRows(oracle, { x: start, labels }, order);
        const after = await scores(net, x, score);
        const before = unknown.slice(0, few);
        rows.push(
          number(`${id}, ${score.title}: AUROC on ${few} of the noises`, auroc(known, before), few),
          number(
            `${id}, ${score.title}: AUROC once PGD (ε = 0.1) has moved these`,
            auroc(known, after),
            few,
            {
              bound: [0, auroc(known, before)],
            },
          ),
        );
      }
    }
    return rows;
  },
};
