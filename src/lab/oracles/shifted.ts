import type { Oracle, Vec } from '../oracle.ts';
import { add, row } from '../vec.ts';

/** The same model asked about x + shift, row by row: a net that wants a mean subtracted takes that mean's negative. */
export const shifted = (oracle: Oracle, shift: Vec): Oracle => {
  const { dimension } = oracle;
  const moved = (x: Vec): Vec => {
    const out = new Float32Array(x.length);
    for (let i = 0; i * dimension < x.length; i++) out.set(add(row(x, i, dimension), shift), i * dimension);
    return out;
  };
  return {
    dimension,
    classes: oracle.classes,
    logits: (x) => oracle.logits(moved(x)),
    loss: (x, labels) => oracle.loss(moved(x), labels),
    pullback: (x, weigh) => oracle.pullback(moved(x), weigh),
    jacobian: (x) => oracle.jacobian(moved(x)),
  };
};
