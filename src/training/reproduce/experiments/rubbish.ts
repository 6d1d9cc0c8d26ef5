import type { Vec } from '../../../lab/oracle.ts';
import { random } from '../../../lab/random.ts';
import { softmax } from '../../../lab/softmax.ts';
import { numberAt, row } from '../../../lab/vec.ts';
import { verdict } from '../../../lab/verdict.ts';
import type { Experiment } from '../experiment.ts';
import { mean, share, type Row } from '../row.ts';

const n = 10_000;

/** Noise that means nothing, 10,000 × N(0, I): how often a net is more than half sure of a digit. */
export const rubbish: Experiment = {
  id: 'rubbish',
  title: 'Rubbish class: Gaussian noise taken for a digit',
  seed: 1,
  needs: ['lenet-f', 'lenet-d'],
  quick: true,
  run: async (lab) => {
    const rows: Row[] = [];
    const source = 'goodfellow2015explaining';
    for (const id of ['lenet-f', 'lenet-d'] as const) {
      const net = await lab.published(id);
      const stream = random(1).fork(id);
      const sure: number[] = [];
      const favourites = new Array<number>(10).fill(0);
      for (let from = 0; from < n; from += 500) {
        const noise: Vec = new Float32Array(500 * net.dimension);
        for (let i = 0; i < noise.length; i++) noise[i] = stream.normal();
        const p = softmax(await net.logits(noise), net.classes);
        for (let i = 0; i < 500; i++) {
          const one = verdict(row(p, i, net.classes));
          if (one.sure <= 0.5) continue;
          sure.push(one.sure);
          favourites[one.says] = numberAt(favourites, one.says) + 1;
        }
        lab.progress(`${id}: ${from + 500} of ${n}`);
      }
      const favourite = favourites.indexOf(Math.max(...favourites));
      rows.push(
        share(`${id}: more than half sure`, sure.length, n, {
          published: { value: 0.9835, n: 10_000, source, status: 'C' },
          bound: [0.97, 0.99],
          differs: 'the paper’s net is a maxout net',
        }),
        mean(
          `${id}: confidence in these`,
          sure,
          {
            published: { value: 0.928, source, status: 'C' },
            bound: [0.905, 0.935],
            differs: 'a maxout net',
          },
          'share',
        ),
        share(`${id}: of these, called “${favourite}”`, Math.max(...favourites), sure.length, {
          published: { value: '45.3 % “5”', range: [0.453, 0.453], source, status: 'C' },
          differs: 'which digit is favoured depends on the net',
        }),
      );
    }
    return rows;
  },
};
