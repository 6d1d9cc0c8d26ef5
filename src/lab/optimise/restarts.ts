import type { Step } from '../attack.ts';
import type { Problem } from '../problem.ts';
import { under, type Random } from '../random.ts';
import { feasible } from './feasible.ts';
import { betterRows } from './rows.ts';

/**
 * Where an attack sets out: at a random point of the ball (row i draws from `random.fork(i)` alone), or at
 * x0.
 */
export const startOf = (problem: Problem, randomStart: boolean, random: Random) =>
  randomStart
    ? feasible(problem, (i, origin) => problem.ball.sample(origin.length, problem.radius, random.fork(i)))
    : problem.x0.slice();

/**
 * An attack made once or several times, from the second on always from a random point; the last step of
 * several shows the best end of each row.
 */
export async function* restarted<
  Options extends { readonly restarts: number; readonly randomStart: boolean },
>(
  problem: Problem,
  options: Options,
  random: Random,
  once: (problem: Problem, options: Options, random: Random) => AsyncGenerator<Step, Step>,
): AsyncGenerator<Step, void> {
  let best = yield* once(problem, options, random);
  for (let restart = 1; restart < options.restarts; restart++) {
    const from = best.index + 1;
    const again = once(problem, { ...options, randomStart: true }, under(random, `restart ${restart}`));
    let next = await again.next();
    for (; next.done !== true; next = await again.next())
      yield { ...next.value, index: from + next.value.index };
    best = betterRows(problem, best, { ...next.value, index: from + next.value.index });
  }
  if (options.restarts > 1) yield { ...best, index: best.index + 1 };
}

/** The index of the last step of such an attack. */
export const restartedLength = ({
  steps,
  restarts,
}: {
  readonly steps: number;
  readonly restarts: number;
}): number => (restarts > 1 ? restarts * (steps + 1) : steps);
