import { digitSize } from '../../../data/digit.ts';
import { digitRows, type Digits } from '../../../data/mnist.ts';
import { substitute } from '../../../lab/attacks/substitute.ts';
import { balls } from '../../../lab/balls/index.ts';
import { unitBox } from '../../../lab/box.ts';
import type { Vec } from '../../../lab/oracle.ts';
import { randomControl } from '../../../lab/perturbation.ts';
import type { Problem } from '../../../lab/problem.ts';
import { random } from '../../../lab/random.ts';
import { attackedRows, firstCorrect, mistakes } from '../attacked.ts';
import type { Experiment } from '../experiment.ts';
import { number, share, type Row } from '../row.ts';

const n = 100;

/** The attacker's own digits, none of those attacked: 150 of the test digits, by many hands. */
const ownDigits = (digits: Digits): Vec => {
  const pictures = new Float32Array(150 * digitSize);
  for (let k = 0; k < 150; k++)
    pictures.set(digitRows(digits, 1000 + 59 * k, 1001 + 59 * k).x, k * digitSize);
  return pictures;
};

/** A small net learns another's labels from 150 digits, and attacks meant for it are shown to that other. */
export const substituteExperiment: Experiment = {
  id: 'substitute',
  title: 'Through a substitute, ε = 0.3',
  seed: 1,
  needs: ['lenet-f'],
  quick: false,
  run: async (lab) => {
    const found: Row[] = [];
    for (const [id, net] of [
      ['lenet-f', await lab.published('lenet-f')],
      ['digits-lenet', await lab.net('digits-lenet')],
    ] as const) {
      const rows = await firstCorrect(net, lab.digits, n);
      const problem: Problem = {
        oracle: net,
        x0: rows.x,
        goal: { kind: 'leave', labels: rows.labels },
        ball: balls.linf,
        radius: 0.3,
        box: unitBox,
      };
      lab.progress(id);
      const options = { pictures: ownDigits(lab.digits), noise: 0 };
      const order = { attack: substitute, options, ball: 'linf', radius: problem.radius, seed: 1 } as const;
      const { x, logits, queries } = await attackedRows(net, rows, order);
      const control = await net.logits(randomControl(problem, x, random(1)));
      found.push(
        share(`${id}: success`, mistakes(logits, rows.labels).wrong, n, {
          published: { value: 0.8424, source: 'papernot2017practical', status: 'C' },
          differs: 'published for a service’s own net, with FGSM',
        }),
        share(`${id}: random signs of the same size`, mistakes(control, rows.labels).wrong, n),
        number(`${id}: questions that trained the substitute`, Math.max(...queries) - n - 1, n),
      );
    }
    return found;
  },
};
