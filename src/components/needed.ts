/**
 * The oldest browsers in which all of the book works; the site is built for them. Chrome stands for all on
 * its engine.
 */
export const targets = { chrome: '111', firefox: '115', safari: '16.4' } as const;

/** Where a script finds what live figures cannot do without, besides workers that are modules. */
export const needed: readonly string[] = [
  'Array.prototype.toSorted',
  'Array.prototype.toSpliced',
  'Array.prototype.findLast',
  'Array.prototype.at',
  'Object.hasOwn',
  'structuredClone',
  'AbortSignal.prototype.throwIfAborted',
  'reportError',
];
