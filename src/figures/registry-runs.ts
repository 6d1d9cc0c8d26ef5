import type { AnyRun } from './kit/contract/figure.ts';
import { checkSlug } from './slugs.ts';

/** Loads the computation of one figure (in the worker, in Node); throws when there is none of that slug. */
export const loadRun = async (slug: string): Promise<AnyRun> => {
  checkSlug(slug);
  return ((await import(`./${slug}/run.ts`)) as { default: AnyRun }).default;
};
