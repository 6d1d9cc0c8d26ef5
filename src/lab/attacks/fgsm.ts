import { defineAttack } from '../attack.ts';
import { pgd } from './pgd.ts';

/**
 * The fast gradient (sign) method (Goodfellow et al. 2015): one step of PGD, of the whole radius, from x0.
 */
export const fgsm = defineAttack({
  id: 'fgsm',
  title: 'Fast gradient sign method',
  name: 'FGSM',
  listed: 'FGSM, one step',
  source: 'goodfellow2015explaining',
  knows: 'gradients',
  balls: ['linf', 'l2', 'l1', 'l0'],
  aim: 'climb',
  paced: 'steps',
  length: () => 1,
  options: {},
  run: (problem, _, random) =>
    pgd.run(problem, { ...pgd.defaults, steps: 1, stride: 1, randomStart: false }, random),
});
