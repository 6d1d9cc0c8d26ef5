import type { BallId } from './ball.ts';
import type { Problem } from './problem.ts';
import type { Random } from './random.ts';
import type { Vec } from './oracle.ts';

/** One iterate of an attack on a batch of n inputs. The attack goes on from these arrays: copy them to write or transfer. */
export interface Step {
  /** 0 for the start, then 1, 2, … */
  readonly index: number;
  /** n·dimension numbers, feasible: in the ball around x0 and in the box. */
  readonly x: Vec;
  /** Cross-entropy of each row against its goal's label. */
  readonly loss: Vec;
  /** n·classes numbers. */
  readonly logits: Vec;
  /** Share of each row's gradient that is zero or not finite; near 1 the attack is blind and proves nothing. */
  readonly zeroGradient: Vec;
  /** The one perturbation of all rows, in the ball, of an attack that seeks one. */
  readonly perturbation?: Vec;
  /** Questions asked so far about each row, of an attack that counts them. */
  readonly queries?: Int32Array<ArrayBuffer>;
  /** 1 for each row of which an attack that starts from a picture with the goal found none, else 0. */
  readonly withoutStart?: Uint8Array<ArrayBuffer>;
}

/** What an attack must be shown of a model: its gradients, its logits, or only which class is first. */
export type Knowledge = 'gradients' | 'logits' | 'labels';

/** An attack: a constant that turns a problem into a path of iterates. */
export interface Attack<Options> {
  readonly id: string;
  readonly title: string;
  /** Key in content/references.json. */
  readonly source: string;
  readonly knows: Knowledge;
  /** The balls it is made for; one that seeks the smallest perturbation of one kind may be given other limits too. */
  readonly balls: readonly BallId[];
  /** Rows are not attacked each by itself: what one row becomes depends on the others. */
  readonly together?: boolean;
  readonly defaults: Options;
  /** Yields the start, then the iterate after every step; whoever stops asking stops the attack. */
  run(problem: Problem, options: Options, random: Random): AsyncGenerator<Step, void>;
}
