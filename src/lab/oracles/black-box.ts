import type { Answers, Oracle } from '../oracle.ts';

/** The same model with its gradients taken away: nothing but answers to questions. */
export const blackBox = (oracle: Oracle): Answers => ({
  dimension: oracle.dimension,
  classes: oracle.classes,
  logits: (x) => oracle.logits(x),
});
