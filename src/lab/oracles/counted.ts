import type { Oracle } from '../oracle.ts';

/** What was asked of an oracle so far, in rows: a batch of 64 counts 64. */
export interface Counts {
  /** Rows of which only the logits were asked. */
  readonly queries: number;
  /** Rows of which a gradient was asked; a Jacobian counts once per class. */
  readonly gradients: number;
}

/** The same oracle, and what was asked of it since. */
export const counted = (oracle: Oracle): { readonly oracle: Oracle; readonly counts: () => Counts } => {
  let queries = 0;
  let gradients = 0;
  return {
    oracle: {
      dimension: oracle.dimension,
      classes: oracle.classes,
      logits: (x) => {
        queries += x.length / oracle.dimension;
        return oracle.logits(x);
      },
      pullback: (x, weigh) => {
        gradients += x.length / oracle.dimension;
        return oracle.pullback(x, weigh);
      },
      jacobian: (x) => {
        gradients += (x.length / oracle.dimension) * oracle.classes;
        return oracle.jacobian(x);
      },
      loss: (x, labels) => {
        gradients += x.length / oracle.dimension;
        return oracle.loss(x, labels);
      },
    },
    counts: () => ({ queries, gradients }),
  };
};
