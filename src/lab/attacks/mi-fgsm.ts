import { defineAttack } from '../attack.ts';
import { momentum, steps } from '../shared-options.ts';
import { pgd } from './pgd.ts';

/**
 * The momentum iterative fast gradient sign method (Dong et al. 2018, algorithm 1, equations 6 and 7): from
 * x0, as many steps of an equal share of the radius, each along the last direction × μ + the gradient over
 * its L1 norm.
 */
export const miFgsm = defineAttack({
  id: 'mi-fgsm',
  title: 'Momentum iterative fast gradient sign method',
  name: 'MI-FGSM',
  listed: 'MI-FGSM, steps with momentum',
  source: 'dong2018boosting',
  knows: 'gradients',
  balls: ['linf', 'l2'],
  aim: 'climb',
  paced: 'steps',
  length: (chosen) => chosen.steps,
  options: { steps: steps(10), momentum: momentum(1) },
  run: (problem, options, random) =>
    pgd.run(
      problem,
      { ...pgd.defaults, ...options, stride: 1 / Math.max(1, options.steps), randomStart: false },
      random,
    ),
});
