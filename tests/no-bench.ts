import type { Bench } from '../src/nets/bench/bench.ts';

/** A bench that must not be asked for anything: every request is refused with this reason. */
export const noBench = (reason: string): Bench => {
  const refuse = (): Promise<never> => Promise.reject(new Error(reason));
  return { net: refuse, own: refuse, reader: refuse, logistic: refuse };
};
