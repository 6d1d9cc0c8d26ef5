import { ascent } from '../../../lab/attacks/ascent.ts';
import { fgsm } from '../../../lab/attacks/fgsm.ts';
import type { Attack } from '../../../lab/attack.ts';
import { balls } from '../../../lab/balls/index.ts';
import { unitBox } from '../../../lab/box.ts';
import type { Oracle, Vec } from '../../../lab/oracle.ts';
import type { Problem } from '../../../lab/problem.ts';
import { random, type Random } from '../../../lab/random.ts';
import { softmax } from '../../../lab/softmax.ts';
import { joined, numberAt } from '../../../lab/vec.ts';
import { unclipped } from '../attacked.ts';
import type { Experiment } from '../experiment.ts';
import { number, share, type Row } from '../row.ts';

const epsilon = 0.25;
const classes = 10;

/** The probabilities of the labels after an attack from x0 to them. */
const reached = async <Options>(
  net: Oracle,
  x0: Vec,
  labels: Int32Array,
  order: { readonly attack: Attack<Options>; readonly options: Options } & Pick<Problem, 'radius' | 'box'>,
  random: Random,
): Promise<readonly number[]> => {
  const { attack, options, ...limits } = order;
  const problem: Problem = { oracle: net, x0, goal: { kind: 'reach', labels }, ball: balls.linf, ...limits };
  let logits: Vec = new Float32Array();
  for await (const step of attack.run(problem, options, random)) logits = step.logits;
  const p = softmax(logits, net.classes);
  return Array.from(labels, (label, i) => numberAt(p, i * net.classes + label));
};

/** How many draws of noise, of n for each class, are that class by more than half after one step of sign. */
const afterOneStep = async (net: Oracle, n: number, random: Random): Promise<readonly number[]> => {
  const order = { attack: fgsm, options: {}, radius: epsilon, box: unclipped };
  const hits: number[] = [];
  for (let label = 0; label < classes; label++) {
    const stream = random.fork(label);
    const noise = new Float32Array(n * net.dimension).map(() => stream.normal());
    const p = await reached(net, noise, new Int32Array(n).fill(label), order, stream);
    hits.push(p.filter((value) => value >= 0.5).length);
  }
  return hits;
};

/** From noise to every class: by one step of sign, and by gradient ascent. */
export const noiseToClass: Experiment = {
  id: 'noise-to-class',
  title: 'From noise to any class',
  seed: 1,
  needs: ['lenet-d', 'lenet-f'],
  quick: true,
  run: async (lab) => {
    const rows: Row[] = [];
    const n = lab.quick ? 50 : 200;
    const labels = Int32Array.from({ length: classes }, (_, label) => label);
    const middle = new Float32Array(lab.digits.images.length / lab.digits.count);
    lab.digits.images.forEach((byte, i) => {
      const j = i % middle.length;
      middle[j] = numberAt(middle, j) + byte / 255 / lab.digits.count;
    });
    const means = joined(Array.from(labels, () => middle));
    const nets = {
      'lenet-d': await lab.published('lenet-d'),
      'lenet-f': await lab.published('lenet-f'),
      'digits-lenet': await lab.net('digits-lenet'),
      'digits-allconv': await lab.net('digits-allconv'),
    };
    for (const [id, net] of Object.entries(nets)) {
      const stream = random(1).fork(id);
      lab.progress(`${id}: one step`);
      const hits = await afterOneStep(net, n, stream);
      const hardest = hits.indexOf(Math.min(...hits));
      const all = hits.reduce((a, b) => a + b, 0);
      rows.push(
        share(
          `${id}: noise is the class wanted, by more than half, after one step of sign, ε = ${epsilon}`,
          all,
          n * classes,
          {
            published: { value: 0.753, source: 'goodfellow2015explaining', status: 'C' },
            bound: [0.5, 1],
            differs: 'published for a net of CIFAR-10; of what size the step is, the paper does not say',
          },
        ),
        share(`${id}: of these, the hardest class, “${hardest}”`, numberAt(hits, hardest), n, {
          published: {
            value: '24.7 % airplanes',
            range: [0.247, 0.247],
            source: 'goodfellow2015explaining',
            status: 'C',
          },
          differs: 'which class is hardest depends on the net',
        }),
      );
      const climb = (options: Partial<typeof ascent.defaults>): Promise<readonly number[]> => {
        lab.progress(`${id}: gradient ascent`);
        const order = {
          attack: ascent,
          options: { ...ascent.defaults, ...options },
          radius: 1,
          box: unitBox,
        };
        return reached(net, means, labels, order, stream.fork('ascent'));
      };
      const fromNoise = await climb({ steps: 100, noise: 1, decay: 0 });
      rows.push(
        number(
          `${id}: least confidence over the classes, 100 steps from noise`,
          Math.min(...fromNoise),
          classes,
          { bound: [0.999, 1] },
          'share',
        ),
      );
      if (lab.quick) continue;
      rows.push(
        number(
          `${id}: least confidence over the classes, 300 steps from the mean with decay 0.01`,
          Math.min(...(await climb({}))),
          classes,
          { bound: [0.9, 1] },
          'share',
        ),
      );
    }
    return rows;
  },
};
