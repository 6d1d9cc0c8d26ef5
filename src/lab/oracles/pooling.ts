import type { Vec } from '../oracle.ts';
import { logSoftmax, logSumExp } from '../softmax.ts';
import { argmax, mapped, row } from '../vec.ts';

/** How one row's answers of several models become one answer. */
export interface Pooling {
  /** The common logits of the members'. */
  readonly pool: (members: readonly Vec[]) => Vec;
  /**
   * Weights of each member's logits: together they have the gradient of `weights` times the common logits.
   */
  readonly back: (members: readonly Vec[], weights: Vec) => readonly Vec[];
}

/** The mean of the logits. */
export const meanLogits: Pooling = {
  pool: (members) =>
    Float32Array.from(members[0] ?? [], (_, k) => members.reduce((sum, z) => sum + z[k] / members.length, 0)),
  back: (members, weights) => members.map(() => weights.map((weight) => weight / members.length)),
};

/** The logarithm of the mean of the probabilities; of one member, its logits but for a constant. */
const logMean = (logs: readonly Float64Array[], k: number): number =>
  logSumExp(logs.map((log) => log[k])) - Math.log(logs.length);

/** The mean of the probabilities, as logits: its logarithm. */
export const meanProbabilities: Pooling = {
  pool: (members) => {
    const logs = members.map(logSoftmax);
    return Float32Array.from(members[0] ?? [], (_, k) => logMean(logs, k));
  },
  back: (members, weights) => {
    const logs = members.map(logSoftmax);
    const means = Array.from(weights, (_, k) => logMean(logs, k));
    return logs.map((log) => {
      const p = log.map(Math.exp);
      // What is asked of this member's log-probabilities: of each class its share of all members'
      // probability.
      const asked = log.map((own, k) => (weights[k] * Math.exp(own - means[k])) / logs.length);
      // 1 − p is summed from the others, so that it does not vanish where p rounds to 1.
      return mapped(weights, (_, j) => {
        let sum = 0;
        for (let k = 0; k < p.length; k++) {
          if (k !== j) sum += asked[j] * p[k] - asked[k] * p[j];
        }
        return sum;
      });
    });
  },
};

/**
 * The members' votes for each class, each for the one it is surest of, plus the mean probability, which
 * decides where votes are equal.
 */
export const votes = (members: readonly Vec[]): Vec => {
  const counted = meanProbabilities.pool(members).map(Math.exp);
  for (const z of members) {
    const first = argmax(z);
    counted[first]++;
  }
  return counted;
};

/** `f` of each row of the members' answers, joined. */
export const eachAnswer = (
  members: readonly Vec[],
  classes: number,
  f: (answers: readonly Vec[], i: number) => Vec,
): Vec => {
  const out = new Float32Array(members[0]?.length ?? 0);
  for (let i = 0; i * classes < out.length; i++) {
    out.set(
      f(
        members.map((z) => row(z, i, classes)),
        i,
      ),
      i * classes,
    );
  }
  return out;
};
