import {
  gradientOf,
  moveOf,
  outputOf,
  errorOf,
  steepestOf,
  type Measure,
  type Move,
  type Pair,
} from './linear.ts';
import { directionAt, unitOf, type SteepestState } from './params.ts';

/** A direction tried under both limits. */
export type Moves = Readonly<Record<Measure, Move>>;

/** The dial at one place of its turn, and what this and the two steepest directions come to. */
export interface SteepestFrame {
  /** Steps of the turn so far, of `turn`. */
  readonly turned: number;
  readonly direction: Pair;
  readonly y: number;
  readonly error: number;
  readonly gradient: Pair;
  readonly chosen: Moves;
  /** Along ∇E, which is along w; and to the corner, along the signs of w. */
  readonly along: Moves;
  readonly corner: Moves;
}

/** Everything about a state with the dial turned on by so many steps, in closed form. */
export const frameOf = (state: SteepestState, turned: number): SteepestFrame => {
  const unit = unitOf(state);
  const both = (direction: Pair): Moves => ({
    l2: moveOf(unit, direction, state.epsilon, 'l2'),
    linf: moveOf(unit, direction, state.epsilon, 'linf'),
  });
  const direction = directionAt(state, turned);
  return {
    turned,
    direction,
    y: outputOf(unit),
    error: errorOf(unit),
    gradient: gradientOf(unit),
    chosen: both(direction),
    along: both(steepestOf(unit, 'l2')),
    corner: both(steepestOf(unit, 'linf')),
  };
};
