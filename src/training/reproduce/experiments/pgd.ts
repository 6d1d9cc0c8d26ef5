import { digitRows } from '../../../data/mnist.ts';
import { pgd } from '../../../lab/attacks/pgd.ts';
import type { Experiment } from '../experiment.ts';
import { attackedRows, both, mistakes, survivors, targetedSurvivors } from '../attacked.ts';
import { share, type Row } from '../row.ts';

/** 40 steps of .01 from a random start, on the first 1,000 digits. */
export const pgdExperiment: Experiment = {
  id: 'pgd',
  title: 'Projected gradient descent, 40 steps of 0.01',
  seed: 1,
  needs: ['lenet-f'],
  quick: true,
  run: async (lab) => {
    const net = await lab.published('lenet-f');
    const pictures = digitRows(lab.digits, 0, 1000);
    const rows: Row[] = [];
    for (const radius of [0.1, 0.3]) {
      const order = {
        attack: pgd,
        options: { steps: 40, stride: 0.01 / radius, randomStart: true },
        ball: 'linf',
        radius,
        seed: 1,
      } as const;
      const { logits } = await attackedRows(net, pictures, order, (done) =>
        lab.progress(`ε = ${radius}: ${done}`),
      );
      const { wrong } = mistakes(logits, pictures.labels);
      rows.push(
        share(`lenet-f, ε = ${radius}: error`, wrong, 1000, {
          published: {
            ...(radius === 0.1 ? { value: '31.3 to 31.6 %', range: [0.313, 0.316] } : { value: 1, n: 1000 }),
            status: 'M',
          },
          bound: radius === 0.1 ? [0.313, 0.4] : [0.999, 1],
        }),
      );
      // The larger radius takes as long again, and says little that the smaller one does not.
      if (lab.quick) break;
    }
    if (lab.quick) return rows;
    const first = digitRows(lab.digits, 0, 200);
    const strong = { attack: pgd, ball: 'linf', radius: 0.1 } as const;
    const options = { randomStart: true, stride: 0.1 };
    const told = (done: number): void => lab.progress(`first 200, from many starts: ${done}`);
    const untargeted = await survivors(
      net,
      first,
      { ...strong, options: { ...options, steps: 100, momentum: 0.75 } },
      [1, 2, 3, 4, 5],
      told,
    );
    const targeted = await targetedSurvivors(
      net,
      first,
      { ...strong, options: { ...options, steps: 50, momentum: 0.75 } },
      told,
    );
    rows.push(
      share(
        'lenet-f, first 200, ε = 0.1: error, PGD 100 × 5 and towards each label',
        200 - both(untargeted, targeted).size,
        200,
        {
          published: { value: '27.0 % by AutoAttack', range: [0.27, 0.27], status: 'M' },
          bound: [0.26, 0.4],
        },
      ),
    );
    return rows;
  },
};
