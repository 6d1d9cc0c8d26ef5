import { digitSize } from '../../../data/digit.ts';
import { digitRows } from '../../../data/mnist.ts';
import { universal } from '../../../lab/attacks/universal.ts';
import { balls } from '../../../lab/balls/index.ts';
import { unitBox } from '../../../lab/box.ts';
import type { Oracle, Vec } from '../../../lab/oracle.ts';
import { countFooled, withPerturbation } from '../../../lab/perturbation.ts';
import { random } from '../../../lab/random.ts';
import { predictions, row } from '../../../lab/vec.ts';
import type { NetId } from '../../../nets/net.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { share, type Row } from '../row.ts';

const ids = [
  'digits-softmax',
  'digits-mlp',
  'digits-lenet',
  'digits-allconv',
  'digits-noise',
  'digits-robust',
] as const;
const radius = 0.4;
const seed = 1;
/** Digits that a perturbation is grown on, and passes over them. */
export const growth = { digits: 400, passes: 10 } as const;

/**
 * The perturbation grown on the first n training digits until it fools four of five of them, or all passes
 * are over.
 */
const grown = async (lab: Laboratory, id: NetId, net: Oracle, n: number, passes: number): Promise<Vec> => {
  const { x } = digitRows(await lab.training(), 0, n);
  const problem = {
    oracle: net,
    x0: x,
    // What is to be left is the network's own answer, right or wrong.
    goal: { kind: 'leave', labels: predictions(await net.logits(x), net.classes) },
    ball: balls.linf,
    radius,
    box: unitBox,
  } as const;
  let perturbation: Vec = new Float32Array(net.dimension);
  for await (const step of universal.run(
    problem,
    { ...universal.defaults, passes, every: n },
    random(seed).fork(id),
  )) {
    perturbation = step.perturbation ?? perturbation;
    lab.progress(`${id}: step ${step.index}`);
  }
  return perturbation;
};

/**
 * One perturbation for all digits, grown for each net and shown to each net, on digits it was not grown on.
 */
export const universalExperiment: Experiment = {
  id: 'universal',
  title: `Universal perturbations, L∞, ξ = ${radius}`,
  seed,
  needs: [],
  quick: false,
  run: async (lab) => {
    const rows: Row[] = [];
    const { digits: n, passes } = lab.quick ? { digits: 100, passes: 2 } : growth;
    const { x } = digitRows(lab.digits, 0, lab.quick ? 500 : 1000);
    const held = x.length / digitSize;
    const nets = new Map<NetId, Oracle>();
    const before = new Map<NetId, Int32Array>();
    for (const id of ids) {
      const net = await lab.net(id);
      nets.set(id, net);
      before.set(id, predictions(await net.logits(x), net.classes));
    }
    const fooled = (id: NetId, net: Oracle, moved: Vec): Promise<number> =>
      countFooled(net, before.get(id) ?? new Int32Array(), moved);
    const signs = new Float32Array(x.length);
    for (let i = 0; i < held; i++) {
      const noise = balls.linf.sampleOfSize(digitSize, radius, random(seed).fork('signs').fork(i));
      signs.set(withPerturbation(row(x, i, digitSize), noise, unitBox), i * digitSize);
    }
    for (const [id, net] of nets) {
      rows.push(
        share(`random signs of the same size, shown to ${id}`, await fooled(id, net, signs), held, {
          ...(id === 'digits-lenet' && { bound: [0, 0.05] }),
        }),
      );
    }
    for (const [id, net] of nets) {
      const perturbed = withPerturbation(x, await grown(lab, id, net, n, passes), unitBox);
      for (const [other, judge] of nets) {
        rows.push(
          share(`grown for ${id}, shown to ${other}`, await fooled(other, judge, perturbed), held, {
            ...(other === id && id === 'digits-lenet' && { bound: [0.6, 1] }),
          }),
        );
      }
    }
    return rows;
  },
};
