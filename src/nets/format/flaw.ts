import { z } from 'zod';

/**
 * What is wrong with a model that could not be parsed or decoded, as a sentence; empty where only its form is
 * at fault.
 */
export const flawOf = (error: unknown): string => {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : '';
  // Only these are worded by us: the rest speaks of fields that nobody has written by hand.
  return error.issues.find(({ code }) => code === 'custom' || code === 'invalid_union')?.message ?? '';
};
