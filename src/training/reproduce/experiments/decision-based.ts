import { digitSize } from '../../../data/digit.ts';
import { boundary } from '../../../lab/attacks/boundary.ts';
import { hopSkipJump } from '../../../lab/attacks/hop-skip-jump.ts';
import { attackedRows, firstCorrect, sizesOf } from '../attacked.ts';
import type { Experiment } from '../experiment.ts';
import { mean, type Row } from '../row.ts';

/** As wide as the box: nothing limits the attacks but their steps. */
const far = { l2: Math.sqrt(digitSize), linf: 1 } as const;

/**
 * The smallest perturbations that attacks find which hear nothing but labels, on the first digits that the
 * net reads rightly.
 */
export const decisionBased: Experiment = {
  id: 'decision-based',
  title: 'Smallest perturbation from labels alone',
  seed: 1,
  needs: ['lenet-f'],
  quick: true,
  run: async (lab) => {
    const net = await lab.published('lenet-f');
    // The quick run's digits are the first of the full run's, and need no less.
    const rows = await firstCorrect(net, lab.digits, lab.quick ? 3 : 10);
    const jump = { attack: hopSkipJump, options: { steps: 20 }, seed: 1 } as const;
    lab.progress('HopSkipJump');
    const jumped = await attackedRows(net, rows, { ...jump, ball: 'l2', radius: far.l2 });
    const found: Row[] = [
      mean('lenet-f, HopSkipJump, 20 steps: L2', sizesOf('l2', rows.x, jumped.x, rows.labels.length), {
        published: { value: 2.25, status: 'M' },
        bound: [0, 2.48],
        differs: 'published is the mean over the first 10 digits by an independent implementation',
      }),
      mean('lenet-f, HopSkipJump, 20 steps: questions', [...jumped.queries]),
    ];
    if (lab.quick) return found;
    lab.progress('HopSkipJump, L∞');
    const flat = await attackedRows(net, rows, { ...jump, ball: 'linf', radius: far.linf });
    lab.progress('Boundary attack');
    const walk = { attack: boundary, ball: 'l2', radius: far.l2, seed: 1 } as const;
    const walked = await attackedRows(net, rows, { ...walk, options: { steps: 2000 } });
    return [
      ...found,
      mean('lenet-f, HopSkipJump, 20 steps: L∞', sizesOf('linf', rows.x, flat.x, rows.labels.length)),
      mean('lenet-f, boundary attack, 2,000 steps: L2', sizesOf('l2', rows.x, walked.x, rows.labels.length), {
        published: { value: 6.45, status: 'M' },
        differs:
          'after 2,000 of 25,000 steps it is far from its end, here and in the independent implementation',
      }),
    ];
  },
};
