import type { Attack } from '../attack.ts';
import { pgd } from './pgd.ts';

/** The fast gradient sign method has nothing to choose. */
export type FgsmOptions = Readonly<Record<string, never>>;

/** The fast gradient (sign) method (Goodfellow et al. 2015): one step of PGD, of the whole radius, from x0. */
export const fgsm: Attack<FgsmOptions> = {
  id: 'fgsm',
  title: 'Fast gradient sign method',
  source: 'goodfellow2015explaining',
  knows: 'gradients',
  balls: ['linf', 'l2', 'l1', 'l0'],
  defaults: {},
  run: (problem, _, random) => pgd.run(problem, { steps: 1, stride: 1, randomStart: false, momentum: 0 }, random),
};
