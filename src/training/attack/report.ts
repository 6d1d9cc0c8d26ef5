import { balls } from '../../lab/balls/index.ts';
import type { BallId } from '../../lab/ball.ts';
import type { Vec } from '../../lab/oracle.ts';
import { wilson, type Interval } from '../../lab/statistics/interval.ts';
import { median } from '../../lab/statistics/median.ts';
import { numberAt, predictions, row, subtract } from '../../lab/vec.ts';

/** What became of one picture. */
export interface Attacked {
  readonly name: string;
  readonly label: number;
  /** The class before, of the picture as saved in 8 bits after, and of what the attack itself ended at. */
  readonly before: number;
  readonly after: number;
  readonly afterUnrounded: number;
  /** Whether the goal is reached, by the picture as saved. */
  readonly reached: boolean;
  /** Size of the perturbation of the picture as saved, in every norm. */
  readonly size: Readonly<Record<BallId, number>>;
  /** The same of what the attack ended at. */
  readonly sizeUnrounded: Readonly<Record<BallId, number>>;
}

/** A share of n with its 95 % Wilson interval; of nothing, nothing. */
type Share = (Interval & { readonly n: number }) | undefined;

export interface Summary {
  readonly pictures: number;
  /** The share that the net classified correctly before. */
  readonly correct: Share;
  /**
   * Among those classified correctly before (and not of the target's class): goal reached, judged in 8 bits.
   */
  readonly success: Share;
  /** The same, judged on what the attack ended at. */
  readonly successUnrounded: Share;
  /**
   * The share of all pictures that is classified wrongly after the attack, unrounded: what papers call test
   * error.
   */
  readonly errorUnrounded: Share;
  /** Over the successes. */
  readonly size: Sizes | undefined;
  readonly sizeUnrounded: Sizes | undefined;
}

type Sizes = Readonly<Record<BallId, { readonly mean: number; readonly median: number }>>;

const perBall = <T>(of: (ball: BallId) => T): Readonly<Record<BallId, T>> => ({
  linf: of('linf'),
  l2: of('l2'),
  l1: of('l1'),
  l0: of('l0'),
});

/** Judges a batch: logits of before, of the saved and of the unrounded pictures. */
export const judged = (
  batch: {
    readonly names: readonly string[];
    readonly labels: Int32Array;
    readonly x0: Vec;
    readonly shown: Vec;
    readonly unrounded: Vec;
  },
  logits: { readonly before: Vec; readonly shown: Vec; readonly unrounded: Vec },
  target: number | undefined,
): readonly Attacked[] => {
  const n = batch.labels.length;
  const classes = logits.before.length / n;
  const dimension = batch.x0.length / n;
  const [before, after, unrounded] = [logits.before, logits.shown, logits.unrounded].map((z) =>
    predictions(z, classes),
  );
  return batch.names.map((name, i) => {
    const label = numberAt(batch.labels, i);
    const now = after?.[i] ?? -1;
    const sizeOf = (x: Vec): Attacked['size'] => {
      const perturbation = subtract(row(x, i, dimension), row(batch.x0, i, dimension));
      return perBall((ball) => balls[ball].size(perturbation));
    };
    return {
      name,
      label,
      before: before?.[i] ?? -1,
      after: now,
      afterUnrounded: unrounded?.[i] ?? -1,
      reached: target === undefined ? now !== label : now === target,
      size: sizeOf(batch.shown),
      sizeUnrounded: sizeOf(batch.unrounded),
    };
  });
};

const share = (all: readonly Attacked[], holds: (one: Attacked) => boolean): Share =>
  all.length === 0 ? undefined : { n: all.length, ...wilson(all.filter(holds).length, all.length) };

/**
 * Of an attack in parts: the share of all pictures that is still classified correctly after each, unrounded.
 */
export interface Standing {
  readonly part: string;
  readonly standing: Share;
}

/** How many stand after each of the parts, from which part reached each picture's goal, if any. */
export const standingAfter = (
  all: readonly Attacked[],
  parts: readonly string[],
  by: readonly (string | undefined)[],
  target: number | undefined,
): readonly Standing[] => {
  const fallenIn = new Map(all.map((one, i) => [one, by[i] === undefined ? Infinity : parts.indexOf(by[i])]));
  return parts.map((part, place) => ({
    part,
    standing: share(
      all,
      (one) =>
        (target === undefined ? one.before === one.label : one.before !== target) &&
        (fallenIn.get(one) ?? 0) > place,
    ),
  }));
};

const middle = (values: readonly number[]): { readonly mean: number; readonly median: number } => ({
  mean: values.reduce((a, b) => a + b, 0) / values.length,
  median: median(values),
});

export const summarise = (all: readonly Attacked[], target: number | undefined): Summary => {
  const fair = all.filter(({ before, label }) => before === label && label !== target);
  const reachedUnrounded = ({ afterUnrounded, label }: Attacked): boolean =>
    target === undefined ? afterUnrounded !== label : afterUnrounded === target;
  const sizes = (of: (one: Attacked) => Attacked['size'] | undefined): Sizes | undefined => {
    const found = fair.map(of).filter((size) => size !== undefined);
    return found.length === 0 ? undefined : perBall((ball) => middle(found.map((size) => size[ball])));
  };
  return {
    pictures: all.length,
    correct: share(all, ({ before, label }) => before === label),
    success: share(fair, ({ reached }) => reached),
    successUnrounded: share(fair, reachedUnrounded),
    errorUnrounded: share(all, ({ afterUnrounded, label }) => afterUnrounded !== label),
    size: sizes((one) => (one.reached ? one.size : undefined)),
    sizeUnrounded: sizes((one) => (reachedUnrounded(one) ? one.sizeUnrounded : undefined)),
  };
};
