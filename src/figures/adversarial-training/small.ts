import { sampledDigits, type SampledDigits } from '../../data/strokes.ts';
import { unitBox } from '../../lab/box.ts';
import { toEightBits, toLevels } from '../../lab/eight-bits.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { random, shuffled, type Random } from '../../lab/random.ts';
import { denseNet, type Dense } from '../../lab/substitute/dense.ts';
import { smallOracle } from '../../lab/substitute/small-net.ts';
import { trained } from '../../lab/substitute/train.ts';
import { joined, numberAt, row } from '../../lab/vec.ts';
import type { Trained, TrainingFrame } from './frame.ts';
import { attackedBy, gradientsOf, readAt } from './measure.ts';
import { smallEpsilons, type TrainingState } from './params.ts';

/** Pixels on a side of what the small nets see. */
export const side = 14;
const pixels = side * side;
const hidden = 32;
/** Gradient steps of each training attack, digits in a batch, and length of a training step. */
const training = { steps: 4, batch: 20, rate: 0.2 } as const;
/** Epochs in which ε grows to its full size. */
const warmUp = 6;

/** Pictures of half the side: each number the mean of four, at 8-bit levels. */
export const halved = (x: Vec): Vec => {
  const out = new Float32Array(x.length / 4);
  for (let i = 0; i < out.length; i++) {
    const [picture, place] = [Math.floor(i / pixels), i % pixels];
    const at = picture * 4 * pixels + Math.floor(place / side) * 4 * side + 2 * (place % side);
    const four = [at, at + 1, at + 2 * side, at + 2 * side + 1];
    out[i] = four.reduce((sum, j) => sum + numberAt(x, j), 0) / 4;
  }
  return toEightBits(out, unitBox);
};

const small = (count: number, stream: Random): SampledDigits => {
  const { x, labels } = sampledDigits(count, stream);
  return { x: halved(x), labels };
};

/**
 * One epoch, batch after batch; with an ε above 0 every batch is attacked by way of the net as it is then
 * (Madry et al. 2018).
 */
const epochOf = async (
  net: Dense,
  examples: SampledDigits,
  epsilon: number,
  stream: Random,
  signal: AbortSignal,
): Promise<Dense> => {
  const order = shuffled(examples.labels.length, stream);
  let after = net;
  for (let from = 0; from < order.length; from += training.batch) {
    signal.throwIfAborted();
    const chosen = order.subarray(from, from + training.batch);
    const batch: SampledDigits = {
      x: joined(Array.from(chosen, (i) => row(examples.x, i, pixels))),
      labels: Int32Array.from(chosen, (i) => examples.labels[i] ?? 0),
    };
    const x = await attackedBy(smallOracle(after), batch, epsilon, training.steps);
    const options = { epochs: 1, batch: training.batch, rate: training.rate, momentum: 0 };
    after = trained(after, { x, labels: batch.labels }, options, stream);
  }
  return after;
};

type Pair = readonly [plain: Dense, robust: Dense];

/** The digits that the two are tried on, their common start, and what an epoch makes of them. */
const lessons = (state: TrainingState, signal: AbortSignal) => {
  const stream = random(state.seed);
  const examples = small(state.examples, stream.fork('examples'));
  const start = denseNet([pixels, hidden, 10], stream.fork('net'));
  const next = async ([plain, robust]: Pair, epoch: number): Promise<Pair> => {
    const epsilon = state.trainedAt * Math.min(1, epoch / warmUp);
    return [
      await epochOf(plain, examples, 0, stream.fork(epoch), signal),
      await epochOf(robust, examples, epsilon, stream.fork(epoch), signal),
    ];
  };
  const first: Pair = [start, start];
  return { digits: small(state.digits, stream.fork('test')), first, next };
};

/** The two nets of a state after all its epochs, and digits of 14×14 that both have never seen. */
export const trainedSmall = async (
  state: TrainingState,
): Promise<{ readonly plain: Oracle; readonly robust: Oracle; readonly digits: SampledDigits }> => {
  const { digits, first, next } = lessons(state, new AbortController().signal);
  let pair = first;
  for (let epoch = 1; epoch <= state.epochs; epoch++) pair = await next(pair, epoch);
  return { plain: smallOracle(pair[0]), robust: smallOracle(pair[1]), digits };
};

/**
 * Two small nets from the same random start: one learns from digits, the other from the same digits as
 * attacked.
 */
export async function* smallNets(
  state: TrainingState,
  signal: AbortSignal,
): AsyncGenerator<TrainingFrame, void> {
  const { digits, first, next } = lessons(state, signal);
  let pair = first;

  const seen = async (net: Dense): Promise<Trained> => {
    const oracle = smallOracle(net);
    const right: number[] = [];
    for (const epsilon of smallEpsilons) {
      signal.throwIfAborted();
      right.push((await readAt(oracle, digits, epsilon, state.steps)).right);
    }
    const { attacked, says } = await readAt(oracle, digits, state.trainedAt, state.steps);
    return { right, attacked, says, gradient: await gradientsOf(oracle, digits) };
  };

  for (let epoch = 0; epoch <= state.epochs; epoch++) {
    if (epoch > 0) pair = await next(pair, epoch);
    const [plain, robust] = pair;
    const now = await seen(plain);
    yield {
      step: epoch,
      side,
      labels: Uint8Array.from(digits.labels),
      digits: toLevels(digits.x.subarray(0, 10 * pixels)),
      epsilons: smallEpsilons,
      at: state.trainedAt,
      plain: now,
      // Before any training both are the same net.
      robust: epoch === 0 ? now : await seen(robust),
    };
  }
}
