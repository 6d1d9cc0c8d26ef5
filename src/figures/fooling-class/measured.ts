import experiment from '../../../content/results/reproduction/fooling-class.json' with { type: 'json' };
import { lastRound, type FoolingClassState } from './params.ts';

/** What the experiment found in one round, 200 generations each time. */
export interface MeasuredRound {
  readonly round: number;
  /** Median confidence in ten new pictures of each of two evolutions. */
  readonly sure: Readonly<Record<FoolingClassState['encoding'], number>>;
  /**
   * Of pictures evolved against the net before and never shown to this one, how many it calls no digit; of
   * round 0, none.
   */
  readonly caught?: number;
  readonly of?: number;
}

const row = (name: string): { readonly value: number; readonly n: number } | undefined =>
  experiment.rows.find((one) => one.name === name);

const sure = (round: number, encoding: string): number => {
  const found = row(
    `round ${round}: confidence in new pictures, ${encoding}, 200 generations, median of 2 runs`,
  );
  if (found === undefined)
    throw new Error(`The experiment fooling-class has no round ${round} of ${encoding}.`);
  return found.value;
};

/** All rounds, in order. */
export const measured: readonly MeasuredRound[] = Array.from({ length: lastRound + 1 }, (_, round) => {
  const caught = row(`round ${round}: caught of others evolved against the same net, never seen`);
  return {
    round,
    sure: { direct: sure(round, 'direct'), cppn: sure(round, 'cppn') },
    ...(caught && { caught: Math.round(caught.value * caught.n), of: caught.n }),
  };
});
