import type { AnyRun, AnyState } from './figure.ts';
import type { Bench } from '../../../nets/bench/bench.ts';

/** Runs a figure to its end and answers with its last frame; throws when it yields none. */
export const lastFrame = async (run: AnyRun, state: AnyState, bench: Bench): Promise<unknown> => {
  let last: { readonly frame: unknown } | undefined;
  for await (const frame of run(state, bench, new AbortController().signal)) last = { frame };
  if (last === undefined) throw new Error('The run yielded no frame.');
  return last.frame;
};
