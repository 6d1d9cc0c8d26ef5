import { digitRows } from '../../../data/mnist.ts';
import { pgd } from '../../../lab/attacks/pgd.ts';
import { gaussianNoise } from '../../../lab/defences/noise.ts';
import {
  certifiedRadius,
  certify,
  predictSmoothed,
  type Certified,
} from '../../../lab/defences/smoothing.ts';
import type { Vec } from '../../../lab/oracle.ts';
import { expectation } from '../../../lab/oracles/ensemble.ts';
import { random } from '../../../lab/random.ts';
import { finish } from '../../../lab/solve.ts';
import { row } from '../../../lab/vec.ts';
import type { Rows } from '../../tasks/task.ts';
import type { Experiment } from '../experiment.ts';
import { attackedRows, rowsAt } from '../attacked.ts';
import { mean, number, share, type Row } from '../row.ts';

const smoothing = { sigma: 0.5, n0: 100, n: 1000, alpha: 0.001 } as const;
const radii = [0, 0.25, 0.5, 0.75, 1, 1.2];

/** Every so-manieth digit, so that all writers of the file take part. */
const everyOther = (rows: Rows, every: number): Rows =>
  rowsAt(
    rows,
    Array.from(rows.labels.keys()).filter((i) => i % every === 0),
  );

/**
 * Randomised smoothing of digits-noise: what is certain within a radius, and what an attack that averages
 * leaves.
 */
export const certifiedAccuracy: Experiment = {
  id: 'certified-accuracy',
  title: 'Randomised smoothing of digits-noise: σ = 0.5, n0 = 100, n = 1,000, α = 0.001',
  seed: 1,
  needs: [],
  quick: true,
  run: async (lab) => {
    const net = await lab.net('digits-noise');
    const { x, labels } = everyOther(digitRows(lab.digits), lab.quick ? 1000 : 50);
    const n = labels.length;
    const certified: Certified[] = [];
    for (const i of labels.keys()) {
      certified.push(await finish(certify(net, row(x, i, net.dimension), smoothing, random(1).fork(i))));
      lab.progress(`certified ${i + 1} of ${n}`);
    }
    const correct = certified.filter(({ label }, i) => label === labels[i]);
    const within = (radius: number): number => correct.filter((one) => one.radius >= radius).length;
    const about = { differs: 'published for CIFAR-10 and ImageNet only' };
    const clean = certifiedRadius(smoothing.sigma, smoothing.alpha ** (1 / smoothing.n));
    const rows: Row[] = [
      ...radii.map((radius) => share(`certified accuracy at L2 = ${radius}`, within(radius), n, about)),
      share('abstains', certified.filter(({ label }) => label === undefined).length, n),
      mean(
        'certified radius of the right answers',
        correct.map(({ radius }) => radius),
      ),
      number('largest certified radius', Math.max(...certified.map(({ radius }) => radius)), n, {
        bound: [0, clean],
      }),
    ];
    if (lab.quick) return rows;

    const few = { x: x.slice(0, 50 * net.dimension), labels: labels.slice(0, 50) };
    const averaged = expectation(net, gaussianNoise(smoothing.sigma), 16, random(1).fork('attacker'));
    const withstood = async (attacked: Vec): Promise<number> => {
      let right = 0;
      for (const [i, label] of few.labels.entries()) {
        const one = row(attacked, i, net.dimension);
        const answer = await finish(predictSmoothed(net, one, smoothing, random(1).fork(`attacked ${i}`)));
        if (answer.label === label) right++;
      }
      return right;
    };
    for (const radius of [1, 2]) {
      const order = {
        attack: pgd,
        options: { steps: 10, randomStart: false },
        ball: 'l2',
        radius,
        seed: 1,
      } as const;
      const progress = (done: number): void => lab.progress(`attacked, L2 = ${radius}: ${done}`);
      const naive = await withstood((await attackedRows(net, few, order, progress)).x);
      const knowing = await withstood((await attackedRows(averaged, few, order, progress)).x);
      const sure = certified
        .slice(0, 50)
        .filter((one, i) => one.label === few.labels[i] && one.radius >= radius).length;
      rows.push(
        share(`L2 = ${radius}, of the first 50: certified`, sure, 50),
        share(`L2 = ${radius}, attacked by who does not know of the noise: accuracy`, naive, 50),
        share(`L2 = ${radius}, attacked by who averages over it: accuracy`, knowing, 50, {
          bound: [sure / 50, naive / 50],
        }),
      );
    }
    return rows;
  },
};
