import { defineAttack, type Step } from '../attack.ts';
import { l2 } from '../balls/l2.ts';
import { bring, feasible } from '../optimise/feasible.ts';
import { marginOf } from '../optimise/goal.ts';
import type { Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import { shuffled, type Random } from '../random.ts';
import { crossEntropy } from '../softmax.ts';
import { add, row, subtract } from '../vec.ts';
import { deepfool, type DeepFoolOptions } from './deepfool.ts';
import { data, number, type ValuesOf } from '../options.ts';

const options = {
  /** How often it goes through all pictures, at most. */
  passes: number({ label: 'Passes', min: 0, max: 1e4, whole: true, default: 5 }),
  /** It ends when no more than this share of the pictures still misses the goal (δ of the paper). */
  missing: number({ label: 'Share that may be missed', min: 0, max: 1, default: 0.2 }),
  /** How many pictures it looks at from one step to the next. */
  every: number({ label: 'Pictures a step', min: 1, max: 1e9, whole: true, default: 50 }),
  /** How DeepFool brings one picture over the nearest boundary. */
  inner: data({
    label: 'Settings of DeepFool',
    default: { ...deepfool.defaults, steps: 10 },
    must: 'settings of DeepFool',
    accepts: (value: unknown): value is DeepFoolOptions => typeof value === 'object' && value !== null,
  }),
};

export type UniversalOptions = ValuesOf<typeof options>;

/** DeepFool's last iterate from one picture, which may go as far as it must. */
const beyond = async (problem: Problem, i: number, x0: Vec, options: UniversalOptions, random: Random) => {
  const labels = problem.goal.labels.slice(i, i + 1);
  const alone: Problem = {
    ...problem,
    x0,
    goal: { kind: problem.goal.kind, labels },
    ball: l2,
    radius: Infinity,
  };
  let last: Step | undefined;
  for await (const step of deepfool.run(alone, options.inner, random)) last = step;
  return last;
};

async function* run(problem: Problem, options: UniversalOptions, random: Random): AsyncGenerator<Step, void> {
  const { oracle, goal, ball, radius, x0 } = problem;
  const { dimension, classes } = oracle;
  const n = goal.labels.length;
  const zeroGradient = new Float32Array(n);
  let perturbation: Vec = new Float32Array(dimension);

  const misses = (logits: Vec, i: number): boolean =>
    marginOf(logits, { kind: goal.kind, label: goal.labels[i] }) <= 0;
  const look = async (index: number): Promise<Step> => {
    const x = feasible(problem, () => perturbation);
    const logits = await oracle.logits(x);
    const loss = crossEntropy(logits, goal.labels, classes);
    return { index, x, loss, logits, zeroGradient: zeroGradient.slice(), perturbation };
  };
  const isDone = ({ logits }: Step): boolean => {
    const missing = Array.from(goal.labels.keys()).filter((i) => misses(row(logits, i, classes), i));
    return missing.length <= options.missing * n;
  };

  let step = await look(0);
  yield step;
  for (let pass = 0; pass < options.passes && !isDone(step); pass++) {
    const order = shuffled(n, random.fork(pass));
    for (const [k, i] of order.entries()) {
      const x = bring(problem, row(x0, i, dimension), perturbation);
      if (misses(await oracle.logits(x), i)) {
        const last = await beyond(problem, i, x, options, random);
        zeroGradient[i] = last?.zeroGradient[0] ?? 0;
        // Where DeepFool did not arrive, its way leads nowhere for the others either.
        if (last && !misses(last.logits, i)) {
          perturbation = ball.project(add(perturbation, subtract(last.x, x)), radius);
        }
      }
      if ((k + 1) % options.every !== 0 && k + 1 < n) continue;
      step = await look(step.index + 1);
      yield step;
      if (isDone(step)) return;
    }
  }
}

/**
 * One perturbation for all pictures (Moosavi-Dezfooli et al. 2017, algorithm 1): wherever it does not bring a
 * picture to its goal yet, it grows by what DeepFool still needs there, and is brought back into the ball;
 * again and again through all pictures. A picture with the perturbation is clipped to the box. The paper's
 * goal is to leave the network's own answer.
 */
export const universal = defineAttack({
  id: 'universal',
  title: 'Universal perturbation',
  name: 'the universal perturbation',
  source: 'moosavidezfooli2017universal',
  knows: 'gradients',
  balls: ['linf', 'l2', 'l1', 'l0'],
  together: true,
  aim: 'reach',
  paced: 'steps',
  length: (chosen, { rows }) => chosen.passes * Math.ceil(rows / chosen.every),
  options,
  run,
});
