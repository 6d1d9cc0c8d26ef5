import { marginOf, oddsOf } from '../optimise/goal.ts';
import type { Vec } from '../oracle.ts';
import { row } from '../vec.ts';
import { hasGoal, type Ear } from './interview.ts';

/** Hears every point's logits; the log-odds of the goal say how near it is. */
export const oddsEar: Ear<Vec> = { hear: (logits) => logits, score: oddsOf };

/**
 * Hears every point's logits; to leave a label, their margin says how near it is (Andriushchenko et al. 2020,
 * section 3).
 */
export const marginEar: Ear<Vec> = {
  hear: (logits) => logits,
  score: (z, goal) => (goal.kind === 'leave' ? marginOf(z, goal) : oddsOf(z, goal)),
};

/**
 * Hears of every point whether it has the goal, and nothing else; no point without it is nearer than another.
 */
export const decisionEar: Ear<readonly boolean[]> = {
  hear: (logits, goal, classes) =>
    Array.from({ length: logits.length / classes }, (_, k) => hasGoal(row(logits, k, classes), goal)),
  score: () => 0,
};
