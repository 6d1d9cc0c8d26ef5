import type { Cell, Table } from '../kit/contract/figure.ts';
import { decimal, fixed } from '../kit/words/format.ts';
import type { Moves, SteepestFrame } from './frame.ts';
import { angleOf, type Measure, type Pair } from './linear.ts';
import type { SteepestState } from './params.ts';

/** What the two measures are called. */
export const measureNames: Readonly<Record<Measure, string>> = { l2: 'L2', linf: 'L∞' };

/** Two numbers in brackets: (1.6, 0.6). */
export const inBrackets = ([a, b]: Pair, digits = 2): string =>
  `(${decimal(a, digits)}, ${decimal(b, digits)})`;

const size = ({ rise }: { readonly rise: number }): number => Math.abs(rise);

/** Whether two directions change y alike. */
const alike = (a: Moves, b: Moves, measure: Measure): boolean =>
  Math.abs(size(a[measure]) - size(b[measure])) < 1e-6;

/**
 * How the gradient of E lies to w: along it, against it where y is below what is desired; along w where it is
 * 0.
 */
export const sideOf = ({ gradient, along }: SteepestFrame): 'along w' | 'against w' =>
  (gradient[0] !== 0 || gradient[1] !== 0) && along.l2.rise < 0 ? 'against w' : 'along w';

/** Whether E has no slope in the input. */
export const isFlat = ({ gradient }: SteepestFrame): boolean => gradient[0] === 0 && gradient[1] === 0;

const limits: Readonly<Record<Measure, string>> = {
  linf: 'no number moving by more than ε',
  l2: 'the length of Δx at most ε',
};

/** Which of the two directions is the steepest, and the other. */
const bestFirst = { l2: ['along', 'corner'], linf: ['corner', 'along'] } as const;

/** The finding of the state: what the direction comes to, and which is the steepest under this limit. */
export const describe = (state: SteepestState, frame: SteepestFrame): string => {
  const { measure, epsilon } = state;
  const { chosen, along, corner, y, error } = frame;
  if (state.w.every((w) => w === 0))
    return 'Both weights are 0: y is 0 whatever the input is, and no change has any effect.';
  const sides = { along: sideOf(frame), corner: 'to the corner' };
  const [bestSide, otherSide] = bestFirst[measure];
  const [best, other] = [frame[bestSide], frame[otherSide]];
  const move = chosen[measure];
  const zero = isFlat(frame);
  const limit = `With ${limits[measure]} = ${decimal(epsilon)}`;
  const first = `${limit}, this Δx = ${inBrackets(move.change)} changes y from ${decimal(y)} to ${decimal(y + move.rise)} and E from ${decimal(error)} to ${decimal(move.error)}`;
  const none = zero ? 'The output is right, so the gradient of E is 0 and names no direction at all. ' : '';
  if (alike(along, corner, measure)) {
    const why = state.w.includes(0)
      ? 'one weight is 0, and every point of a side of the square does as well'
      : 'the weights are equally large';
    return `${none}${first}. The largest change, ${decimal(size(best[measure]))}, is had both along ${zero ? 'w' : 'E’s gradient'} and at the corner: ${why}.`;
  }
  const most =
    alike(chosen, best, measure) && move.rise * best[measure].rise > 0
      ? 'the most there is'
      : `and the most there is ${decimal(size(best[measure]))}, ${sides[bestSide]}`;
  return `${none}${first}. That is a change of ${decimal(size(move))}, ${most}; ${sides[otherSide]}${otherSide === 'along' && !zero ? ', the direction of E’s gradient,' : ''} it is ${decimal(size(other[measure]))}.`;
};

const rowsOf = (
  name: string,
  direction: Pair,
  moves: Moves,
  epsilon: number,
  y: number,
): readonly (readonly Cell[])[] =>
  (['l2', 'linf'] as const).map((measure) => {
    const { change, rise, error } = moves[measure];
    return [
      name,
      Math.round(angleOf(direction)),
      `${measureNames[measure]} ≤ ${decimal(epsilon)}`,
      inBrackets(change, 3),
      fixed(rise, 3),
      fixed(y + rise, 3),
      fixed(error, 3),
    ];
  });

/** The chosen and the two steepest directions under both limits, and the step as the book has it. */
export const table = (state: SteepestState, frame: SteepestFrame): Table => {
  const { epsilon } = state;
  const { y, error, gradient, chosen, along, corner } = frame;
  const [a = 0, b = 0] = state.w;
  const step: Pair = [epsilon * gradient[0], epsilon * gradient[1]];
  const rise = a * step[0] + b * step[1];
  return {
    caption: `y = w·x = ${decimal(y, 3)}, desired ${decimal(state.desired, 3)}, E = ${decimal(error, 3)}, ∇E = ${inBrackets(gradient, 3)}`,
    head: ['Direction of Δx', 'angle, °', 'limit', 'Δx', 'Δy = w·Δx', 'y′', 'E′'],
    rows: [
      ...rowsOf('chosen', frame.direction, chosen, epsilon, y),
      ...rowsOf(`${sideOf(frame)} (∇E${isFlat(frame) ? ' is 0' : ''})`, along.l2.change, along, epsilon, y),
      ...rowsOf(
        `to the corner, ${sideOf(frame).replace('w', 'the signs of w')}`,
        corner.linf.change,
        corner,
        epsilon,
        y,
      ),
      [
        'x′ = x + ε∇E, as it is',
        step[0] === 0 && step[1] === 0 ? null : Math.round(angleOf(step)),
        `length ${decimal(Math.hypot(...step), 3)}`,
        inBrackets(step, 3),
        fixed(rise, 3),
        fixed(y + rise, 3),
        fixed((y + rise - state.desired) ** 2, 3),
      ],
    ],
  };
};
