import { digitSize } from '../../../data/digit.ts';
import { digitRows } from '../../../data/mnist.ts';
import { universal } from '../../../lab/attacks/universal.ts';
import { balls } from '../../../lab/balls/index.ts';
import { unitBox } from '../../../lab/box.ts';
import type { Oracle, Vec } from '../../../lab/oracle.ts';
import { countFooled, withPerturbation } from '../../../lab/perturbation.ts';
import { random, type Random } from '../../../lab/random.ts';
import { denseNet, type Dense } from '../../../lab/substitute/dense.ts';
import { smallOracle } from '../../../lab/substitute/small-net.ts';
import { trained, type Examples } from '../../../lab/substitute/train.ts';
import { predictions, row } from '../../../lab/vec.ts';
import type { Experiment } from '../experiment.ts';
import { share, type Row } from '../row.ts';

const radius = 0.3;
const pool = 2;
const rounds = 5;
/** The small net: the digits that it learns from, and its hidden units. */
export const learner = { digits: 5000, hidden: 64 } as const;
const learning = { epochs: 5, batch: 50, rate: 0.05, momentum: 0.9 } as const;
const tuning = { ...learning, epochs: 3, rate: 0.01 } as const;

/** A perturbation for all of a net's digits, grown on some that it was not trained on. */
const grown = async (net: Oracle, x: Vec, own: Random): Promise<Vec> => {
  const problem = {
    oracle: net,
    x0: x,
    goal: { kind: 'leave', labels: predictions(await net.logits(x), net.classes) },
    ball: balls.linf,
    radius,
    box: unitBox,
  } as const;
  const options = { ...universal.defaults, passes: 3, missing: 0.05, every: 1000 };
  let perturbation: Vec = new Float32Array(digitSize);
  for await (const step of universal.run(problem, options, own))
    perturbation = step.perturbation ?? perturbation;
  return perturbation;
};

/** The digits, each with a chance of one half under one of the perturbations. */
const mixed = ({ x, labels }: Examples, perturbations: readonly Vec[], own: Random): Examples => {
  const all = x.slice();
  for (let i = 0; i < labels.length; i++) {
    if (own.uniform() < 0.5) continue;
    const one = perturbations[Math.floor(own.uniform() * perturbations.length)] as Vec;
    all.set(withPerturbation(row(x, i, digitSize), one, unitBox), i * digitSize);
  }
  return { x: all, labels };
};

/**
 * A small net learns from digits under universal perturbations, then new ones are grown for it, again and
 * again.
 */
export const universalTuning: Experiment = {
  id: 'universal-tuning',
  title: `Fine-tuning on universal perturbations, L∞, ξ = ${radius}, a net with one hidden layer`,
  seed: 1,
  needs: [],
  quick: false,
  run: async (lab) => {
    const stream = random(1);
    const training = await lab.training();
    const digits = digitRows(training, 0, learner.digits);
    const aside = digitRows(training, 50_000, 50_100).x;
    const held = digitRows(lab.digits, 0, 1000);
    const rows: Row[] = [];
    const judge = async (name: string, net: Dense, perturbations: readonly Vec[]): Promise<void> => {
      const oracle = smallOracle(net);
      const before = predictions(await oracle.logits(held.x), oracle.classes);
      let fooled = 0;
      for (const one of perturbations)
        fooled += await countFooled(oracle, before, withPerturbation(held.x, one, unitBox));
      rows.push(share(name, fooled, 1000 * perturbations.length));
    };
    const growAll = async (net: Dense, round: number): Promise<readonly Vec[]> => {
      const found: Vec[] = [];
      for (let k = 0; k < pool; k++)
        found.push(await grown(smallOracle(net), aside, stream.fork(`grown ${round} ${k}`)));
      return found;
    };
    const errors = async (name: string, net: Dense): Promise<void> => {
      const oracle = smallOracle(net);
      const says = predictions(await oracle.logits(held.x), oracle.classes);
      rows.push(share(name, says.filter((digit, i) => digit !== held.labels[i]).length, 1000));
    };

    let net = trained(
      denseNet([digitSize, learner.hidden, 10], stream.fork('net')),
      digits,
      learning,
      stream.fork('learning'),
    );
    const start = net;
    const first = await growAll(net, 0);
    let perturbations = first;
    await judge('round 0: fooled by new perturbations', net, perturbations);
    await errors('round 0: error without', net);
    for (let round = 1; round <= rounds; round++) {
      lab.progress(`round ${round}`);
      const own = stream.fork(`round ${round}`);
      net = trained(net, mixed(digits, perturbations, own.fork('mixed')), tuning, own.fork('tuned'));
      await judge(`round ${round}: fooled by those it learned from`, net, perturbations);
      perturbations = await growAll(net, round);
      await judge(`round ${round}: fooled by new perturbations`, net, perturbations);
      await judge(`round ${round}: fooled by the first perturbations`, net, first);
      await errors(`round ${round}: error without`, net);
    }
    // As many epochs on plain digits: what tuning alone does.
    const plain = { ...tuning, epochs: rounds * tuning.epochs };
    const control = trained(start, digits, plain, stream.fork('plain'));
    await judge(
      `tuned on plain digits: fooled by new perturbations`,
      control,
      await growAll(control, rounds + 1),
    );
    return rows;
  },
};
