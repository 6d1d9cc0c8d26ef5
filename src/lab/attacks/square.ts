import { defineAttack } from '../attack.ts';
import type { BallId } from '../ball.ts';
import { marginEar } from '../black-box/ears.ts';
import { interview, type QuerySearch } from '../black-box/interview.ts';
import { shapeOf, type Shape } from '../black-box/shape.ts';
import { blobs } from '../black-box/square/blobs.ts';
import type { Form } from '../black-box/square/form.ts';
import { stripes } from '../black-box/square/stripes.ts';
import type { RowProblem } from '../optimise/lockstep.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { readerError } from '../reader-error.ts';
import { same, subtract } from '../vec.ts';
import { number, toggle, type ValuesOf } from '../options.ts';
import { eightBits, queries, shape } from '../shared-options.ts';

const options = {
  queries: queries(5000),
  /** The share of the picture that the first windows take. */
  share: number({ label: 'First windows, as a share of the picture', min: 0, max: 1, default: 0.8 }),
  /**
   * Whether the windows shrink on the published schedule of 10,000 questions drawn out or in to as many as
   * are asked, as the paper has it, or on the schedule as it is, as AutoAttack has it.
   */
  fitted: toggle({ label: 'Schedule fitted to the questions', default: true }),
  eightBits,
  shape,
};

export type SquareOptions = ValuesOf<typeof options>;

const forms: Readonly<Partial<Record<BallId, Form>>> = { linf: stripes, l2: blobs };

/**
 * After these of 10,000 questions the windows take half as much of the picture (section 4 of the paper's
 * supplement).
 */
const halvings = [10, 50, 200, 500, 1000, 2000, 4000, 6000, 8000];

/** The share that question k of so many takes. */
export const shareAt = (
  k: number,
  { share, queries, fitted }: Pick<SquareOptions, 'share' | 'queries' | 'fitted'>,
): number => {
  const place = fitted ? Math.floor((10_000 * k) / queries) : k;
  return share / 2 ** halvings.filter((bar) => place > bar).length;
};

function* search(
  one: RowProblem,
  options: SquareOptions,
  shape: Shape,
  form: Form,
  random: Random,
): QuerySearch<Vec> {
  const { x0, goal, radius, bring } = one;
  let x = bring(form.start(shape, radius, random));
  let score = marginEar.score(yield x, goal);
  // A proposal that changes nothing, as where the box holds everything, is not worth a question.
  for (let k = 1, idle = 0; k < options.queries && idle < 100; idle++) {
    const places = shareAt(k, options) * shape.height * shape.width;
    const there = bring(form.propose(shape, radius, subtract(x, x0), places, random));
    if (same(there, x)) continue;
    [k, idle] = [k + 1, 0];
    const answer = marginEar.score(yield there, goal);
    if (answer > score) [x, score] = [there, answer];
  }
  return undefined;
}

/**
 * The Square attack (Andriushchenko et al. 2020): random search on the surface of the ball; a proposal
 * changes one square window, ever smaller ones, and is kept if it brings the goal nearer.
 */
export const square = defineAttack({
  id: 'square',
  title: 'Square attack',
  name: 'the Square attack',
  listed: 'Square attack, by questions',
  source: 'andriushchenko2020square',
  knows: 'logits',
  balls: ['linf', 'l2'],
  aim: 'reach',
  paced: 'queries',
  length: (chosen) => chosen.queries,
  options,
  run: (problem, options, random) => {
    const shape = options.shape ?? shapeOf(problem.oracle.dimension);
    const form = forms[problem.ball.id];
    if (!form) throw readerError('The Square attack is made for L∞ and L2; choose one of these.');
    return interview(
      problem,
      {
        ...marginEar,
        queries: options.queries,
        eightBits: options.eightBits && 'ask',
        goesOn: false,
        search: (one, _, own) => search(one, options, shape, form, own),
      },
      random,
    );
  },
});
