import { digitSize } from '../../../data/digit.ts';
import { digitRows, type Digits } from '../../../data/mnist.ts';
import { fgsm } from '../../../lab/attacks/fgsm.ts';
import { miFgsm } from '../../../lab/attacks/mi-fgsm.ts';
import { pgd } from '../../../lab/attacks/pgd.ts';
import { substitute } from '../../../lab/attacks/substitute.ts';
import { balls } from '../../../lab/balls/index.ts';
import { unitBox } from '../../../lab/box.ts';
import type { Vec } from '../../../lab/oracle.ts';
import { randomControl } from '../../../lab/perturbation.ts';
import type { Problem } from '../../../lab/problem.ts';
import { random } from '../../../lab/random.ts';
import { finish } from '../../../lab/solve.ts';
import { learning } from '../../../lab/substitute/learning.ts';
import { smallOracle } from '../../../lab/substitute/small-net.ts';
import { attackedRows, firstCorrect, mistakes } from '../attacked.ts';
import type { Experiment } from '../experiment.ts';
import { number, share, type About, type Row } from '../row.ts';

const n = 100;

/** The attacker's own digits, none of those attacked: 150 of the test digits, by many hands. */
const ownDigits = (digits: Digits): Vec => {
  const pictures = new Float32Array(150 * digitSize);
  for (let k = 0; k < 150; k++)
    pictures.set(digitRows(digits, 1000 + 59 * k, 1001 + 59 * k).x, k * digitSize);
  return pictures;
};

/** How long it goes on at most: as far as the substitute attack goes unless told otherwise. */
const { steps } = substitute.defaults;

/** The attacks that are made on a substitute, by the name of their row. */
const made = [
  ['FGSM', { attack: fgsm, options: {} }],
  ['PGD', { attack: pgd, options: { steps, randomStart: false } }],
  ['momentum', { attack: miFgsm, options: { steps } }],
] as const;

const published: About = {
  published: { value: 0.8424, source: 'papernot2017practical', status: 'C' },
  differs: 'published for a service’s own net; here another net, other digits and fewer questions',
};

/** A small net learns another's labels from 150 digits, and attacks made on it are shown to that other. */
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
      const own = { ...substitute.defaults, pictures: ownDigits(lab.digits), noise: 0 };
      const atX0 = await net.logits(rows.x);
      let asked = 0;
      let attacked: Vec = rows.x;
      for (const kind of ['dense', 'convolutional'] as const) {
        const lessons = learning(problem, atX0, { ...own, net: kind }, random(1).fork(0).fork('substitute'));
        const substituted = smallOracle(
          await finish(lessons, (questions) => {
            asked = questions - n;
            lab.progress(`${id}: ${kind}, ${asked} questions`);
          }),
        );
        for (const [name, { attack, options }] of made) {
          const order = { attack, options, ball: 'linf', radius: problem.radius, seed: 1 } as const;
          const { x } = await attackedRows<object>(substituted, rows, order);
          attacked = x;
          const { wrong } = mistakes(await net.logits(x), rows.labels);
          const about = kind === 'convolutional' && name === 'FGSM' ? published : {};
          found.push(share(`${id}: ${kind}, ${name}`, wrong, n, about));
        }
      }
      const control = await net.logits(randomControl(problem, attacked, random(1)));
      found.push(
        share(`${id}: random signs of the same size`, mistakes(control, rows.labels).wrong, n),
        number(`${id}: questions that trained a substitute`, asked, n),
      );
    }
    return found;
  },
};
