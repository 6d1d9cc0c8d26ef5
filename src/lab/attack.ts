import type { BallId } from './ball.ts';
import { checkOptions, defaultsOf, type Schema, type ValuesOf } from './options.ts';
import type { Problem } from './problem.ts';
import type { Random } from './random.ts';
import type { Vec } from './oracle.ts';

/**
 * One iterate of an attack on a batch of n inputs. The attack goes on from these arrays: copy them to write
 * or transfer.
 */
export interface Step {
  /** 0 for the start, then 1, 2, … */
  readonly index: number;
  /** n·dimension numbers, feasible: in the ball around x0 and in the box. */
  readonly x: Vec;
  /** Cross-entropy of each row against its goal's label. */
  readonly loss: Vec;
  /** n·classes numbers. */
  readonly logits: Vec;
  /**
   * Share of each row's gradient that is zero or not finite; near 1 the attack is blind and proves nothing.
   */
  readonly zeroGradient: Vec;
  /** The one perturbation of all rows, in the ball, of an attack that seeks one. */
  readonly perturbation?: Vec;
  /**
   * Of an attack made of several: which is at work, and which of them has reached each row's goal, if any.
   */
  readonly parts?: { readonly now: string; readonly by: readonly (string | undefined)[] };
  /** Questions asked so far about each row, of an attack that counts them. */
  readonly queries?: Int32Array<ArrayBuffer>;
  /** 1 for each row of which an attack that starts from a picture with the goal found none, else 0. */
  readonly withoutStart?: Uint8Array<ArrayBuffer>;
}

/** What an attack must be shown of a model: its gradients, its logits, or only which class is first. */
export type Knowledge = 'gradients' | 'logits' | 'labels';

/**
 * What an attack tries for. One that climbs uses its radius for as much loss as it can find, and its first
 * step goes the right way; one that reaches is done where the goal is reached; one that seeks goes on for the
 * smallest perturbation. What the last two have reached they keep, and its perturbation never grows. One that
 * goes an indirect way follows another loss than the goal's, and promises nothing of single steps.
 */
export type Aim = 'climb' | 'reach' | 'seek' | 'indirect';

/** What an attack says of itself, apart from its options. */
interface Facts<Listed extends string | undefined> {
  readonly id: string;
  readonly title: string;
  /** As a sentence names it: 'PGD', 'the Square attack'. */
  readonly name: string;
  /** As a list of methods for one picture names it; what is no method for one picture has none. */
  readonly listed?: Listed;
  /** Key in content/references.json. */
  readonly source: string;
  readonly knows: Knowledge;
  /**
   * The balls it is made for, its own first; one that seeks the smallest perturbation of one kind may be
   * given other limits too.
   */
  readonly balls: readonly BallId[];
  readonly aim: Aim;
  /** What its way is measured in: its steps, the steps of several searches, or the questions it asks. */
  readonly paced: 'steps' | 'searches' | 'queries';
  /** Rows are not attacked each by itself: what one row becomes depends on the others. */
  readonly together?: boolean;
  /**
   * It is made of several, each of which begins when the last is done with all rows: how a row ends does not
   * depend on the others, when it gets there does.
   */
  readonly inParts?: boolean;
  /**
   * It asks for the gradients of all logits at every step; where they are too many, those of a few classes
   * do, or not.
   */
  readonly jacobian?: 'all' | 'few';
}

/** What an attack is run on, as far as its length depends on it. */
export interface Extent {
  readonly radius: number;
  /** How many inputs there are. */
  readonly rows: number;
}

/**
 * An attack: a constant that turns a problem into a path of iterates, and says of itself all that others need
 * to know.
 */
export interface Attack<
  Options,
  Listed extends string | undefined = string | undefined,
> extends Facts<Listed> {
  readonly options: Schema;
  readonly defaults: Options;
  /**
   * How many steps it makes after the start, or questions it asks about a row, at most; searches may look a
   * few times more.
   */
  length(options: Options, extent: Extent): number;
  /**
   * Yields the start, then the iterate after every step; whoever stops asking stops the attack. Refuses
   * options by a ReaderError.
   */
  run(problem: Problem, options: Options, random: Random): AsyncGenerator<Step, void>;
}

/** An attack from its facts and the schema of its options, by which every run checks what it is given. */
export const defineAttack = <const S extends Schema, const Listed extends string | undefined = undefined>(
  attack: Omit<Attack<ValuesOf<S>, Listed>, 'options' | 'defaults'> & { readonly options: S },
): Attack<ValuesOf<S>, Listed> & { readonly options: S } => ({
  ...attack,
  defaults: defaultsOf(attack.options),
  run: (problem, options, random) => {
    checkOptions(attack.name, attack.options, options);
    return attack.run(problem, options, random);
  },
});
