import { defineAttack } from '../attack.ts';
import { cosineBasis, pixelBasis, type Basis } from '../black-box/basis.ts';
import { oddsEar } from '../black-box/ears.ts';
import { interview, type QuerySearch } from '../black-box/interview.ts';
import { shapeOf } from '../black-box/shape.ts';
import { oddsOf } from '../optimise/goal.ts';
import type { RowProblem } from '../optimise/lockstep.ts';
import type { Vec } from '../oracle.ts';
import { shuffled, type Random } from '../random.ts';
import { mapped, same } from '../vec.ts';
import { choice, number } from '../options.ts';
import { eightBits, queries, shape } from '../shared-options.ts';

const options = {
  queries: queries(2000),
  /** ε: the length of a step. */
  step: number({ label: 'Length of a step', min: 0, max: Infinity, default: 0.2 }),
  /** Whether the directions are single numbers of the picture or its cosines. */
  basis: choice({
    label: 'Directions',
    words: { pixels: 'single pixels', cosines: 'waves' },
    default: 'pixels',
    control: true,
  }),
  /** Of the cosines, the share of frequencies along each axis that is used, the lowest. */
  frequencies: number({ label: 'Lowest frequencies', min: 0, max: 1, default: 0.5 }),
  eightBits,
  shape,
};

function* search(one: RowProblem, atX0: Vec, basis: Basis, step: number, random: Random): QuerySearch<Vec> {
  const { x0, goal, bring } = one;
  let x = x0;
  let odds = oddsOf(atX0, goal);
  for (let moved = true; moved;) {
    moved = false;
    for (const k of shuffled(basis.count, random)) {
      const direction = basis.direction(k);
      for (const way of [step, -step]) {
        const from = x;
        const there = bring(mapped(x, (value, j) => value + way * direction[j] - x0[j]));
        // Where ball or box undo the step, there is nothing to ask.
        if (same(there, from)) continue;
        const answer = oddsOf(yield there, goal);
        if (answer <= odds) continue;
        [x, odds, moved] = [there, answer, true];
        break;
      }
    }
  }
  return undefined;
}

/**
 * The simple black-box attack (Guo et al. 2019, algorithm 1): orthonormal directions in random order, none
 * twice before all had their turn; a step of ε along each or else against it, kept if it brings the goal
 * nearer. Ends when a whole round moved nothing.
 */
export const simba = defineAttack({
  id: 'simba',
  title: 'Simple black-box attack',
  name: 'SimBA',
  listed: 'SimBA, by questions',
  source: 'guo2019simple',
  knows: 'logits',
  balls: ['l2', 'linf'],
  aim: 'reach',
  paced: 'queries',
  length: (chosen) => chosen.queries,
  options,
  run: (problem, options, random) => {
    const shape = options.shape ?? shapeOf(problem.oracle.dimension);
    const basis = options.basis === 'pixels' ? pixelBasis(shape) : cosineBasis(shape, options.frequencies);
    return interview(
      problem,
      {
        ...oddsEar,
        queries: options.queries,
        eightBits: options.eightBits && 'ask',
        goesOn: false,
        search: (one, atX0, own) => search(one, atX0, basis, options.step, own),
      },
      random,
    );
  },
});
