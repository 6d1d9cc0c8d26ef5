import type { Oracle } from '../oracle.ts';
import { readerError } from '../reader-error.ts';

/**
 * Several models asked in turn: each question about a gradient goes to the next of them, answers come from
 * the first. So an attack that asks once a step takes another model at every step. Remembers whose turn it
 * is: made anew for each attack.
 */
export const inTurn = (members: readonly Oracle[]): Oracle => {
  const [first] = members;
  if (!first) throw readerError('There is no network to take turns; choose at least one.');
  let asked = 0;
  const next = (): Oracle => members[asked++ % members.length] ?? first;
  return {
    dimension: first.dimension,
    classes: first.classes,
    logits: (x) => first.logits(x),
    pullback: (x, weigh) => next().pullback(x, weigh),
    jacobian: (x) => next().jacobian(x),
    loss: (x, labels) => next().loss(x, labels),
  };
};
