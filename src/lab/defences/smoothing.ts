import type { Answers, Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { readerError } from '../reader-error.ts';
import { binomialTail, clopperPearson } from '../statistics/interval.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { argmax, predictions } from '../vec.ts';
import { gaussianNoise } from './noise.ts';

/**
 * How a classifier is smoothed, and how its answer is estimated (Cohen et al. 2019, who take n0 100, n
 * 100,000, α .001).
 */
export interface Smoothing {
  /** Standard deviation of the noise on each number. */
  readonly sigma: number;
  /** Draws that choose the class to certify. */
  readonly n0: number;
  /** Draws that the answer rests on. */
  readonly n: number;
  /** How often, at most, it may be wrong. */
  readonly alpha: number;
  /** Draws asked at once, 100 if not given. */
  readonly batch?: number;
}

/** Where an estimate stands. */
export interface Draws {
  readonly done: number;
  /** Of how many. */
  readonly of: number;
  /** How often each class came first. */
  readonly counts: Int32Array;
}

/** The smoothed classifier's answer about one input; `label` is undefined where it abstains. */
export interface Smoothed {
  readonly label: number | undefined;
  readonly counts: Int32Array;
}

/** An answer that no perturbation shorter (in L2) than the radius changes, but for a chance of α. */
export interface Certified extends Smoothed {
  /** σΦ⁻¹(p̲), 0 where it abstains. */
  readonly radius: number;
  /** p̲: how probable the answer is under noise, at least. */
  readonly low: number;
}

/**
 * The radius within which the smoothed answer stands if it has at least that probability (Cohen et al. 2019,
 * theorem 1).
 */
export const certifiedRadius = (sigma: number, low: number): number =>
  low > 0.5 ? sigma * normalQuantile(low) : 0;

/**
 * The radius that so many draws can certify at most: that of a class which came first in every one of them.
 */
export const highestRadius = ({ sigma, n, alpha }: Pick<Smoothing, 'sigma' | 'n' | 'alpha'>): number =>
  certifiedRadius(sigma, clopperPearson(n, n, 1 - 2 * alpha).low);

/** Draws numbered `from` to `to`, each from its own fork; yields after every batch and returns the counts. */
async function* countDraws(
  answers: Answers,
  x: Vec,
  { sigma, batch = 100 }: Smoothing,
  [from, to, of]: readonly [number, number, number],
  random: Random,
): AsyncGenerator<Draws, Int32Array> {
  if (x.length !== answers.dimension)
    throw readerError('Smoothing looks at one picture at a time; choose one.');
  const counts = new Int32Array(answers.classes);
  const noise = gaussianNoise(sigma);
  for (let done = from; done < to;) {
    const next = Math.min(to, done + batch);
    const noisy = new Float32Array((next - done) * x.length);
    for (let k = done; k < next; k++) noisy.set(noise(random.fork(k)).apply(x), (k - done) * x.length);
    for (const guess of predictions(await answers.logits(noisy), answers.classes)) {
      counts[guess]++;
    }
    done = next;
    yield { done, of, counts: counts.slice() };
  }
  return counts;
}

/**
 * The smoothed classifier's answer to one input, from n draws: the class that comes first most often, unless
 * the second might be as frequent (a two-sided sign test at level α), and then none (Cohen et al. 2019,
 * Predict).
 */
export async function* predictSmoothed(
  answers: Answers,
  x: Vec,
  smoothing: Smoothing,
  random: Random,
): AsyncGenerator<Draws, Smoothed> {
  const { n, alpha } = smoothing;
  const counts = yield* countDraws(answers, x, smoothing, [0, n, n], random);
  const first = argmax(counts);
  const second = Math.max(...counts.filter((_, k) => k !== first));
  const won = counts[first];
  const doubt = Math.min(1, 2 * binomialTail(won, won + second, 0.5));
  return { label: doubt <= alpha ? first : undefined, counts };
}

/**
 * The same with a radius: n0 draws choose the class, n others bound its probability from below (Clopper and
 * Pearson
 * 1934, one-sided at level α); it abstains where the bound is not above one half (Cohen et al. 2019,
 * Certify).
 */
export async function* certify(
  answers: Answers,
  x: Vec,
  smoothing: Smoothing,
  random: Random,
): AsyncGenerator<Draws, Certified> {
  const { sigma, n0, n, alpha } = smoothing;
  const label = argmax(yield* countDraws(answers, x, smoothing, [0, n0, n0 + n], random));
  const counts = yield* countDraws(answers, x, smoothing, [n0, n0 + n, n0 + n], random);
  const { low } = clopperPearson(counts[label], n, 1 - 2 * alpha);
  return { label: low > 0.5 ? label : undefined, counts, low, radius: certifiedRadius(sigma, low) };
}
