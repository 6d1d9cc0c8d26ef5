import { digitSize } from '../../data/digit.ts';
import { sampledDigits } from '../../data/strokes.ts';
import { linf } from '../../lab/balls/linf.ts';
import { unitBox } from '../../lab/box.ts';
import { toEightBits, toLevels } from '../../lab/eight-bits.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { random, type Random } from '../../lab/random.ts';
import { finish, solve } from '../../lab/solve.ts';
import { add, clip, joined, predictions, row } from '../../lab/vec.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { CurveFrame } from './frame.ts';
import { attackOf, hasSteps, type Nudge } from './nudges.ts';
import { curvesOf, epsilonAt, shownCurve, type CurveState } from './params.ts';

/** Digits in 8 bits after a nudge, and what the net says of them. */
interface Nudged {
  readonly shown: Vec;
  readonly says: Int32Array;
}

interface Slice {
  readonly x: Vec;
  readonly labels: Int32Array<ArrayBuffer>;
}

const randomSigns = ({ x, labels }: Slice, epsilon: number, stream: Random): Vec => {
  const signs = Array.from(labels, (_, i) => linf.sampleOfSize(digitSize, epsilon, stream.fork(i)));
  return toEightBits(clip(add(x, joined(signs)), unitBox), unitBox, x);
};

/** One nudge of that size on each of the digits. */
const nudged = async (
  oracle: Oracle,
  slice: Slice,
  nudge: Nudge,
  epsilon: number,
  state: CurveState,
  signal: AbortSignal,
): Promise<Nudged> => {
  const stream = random(state.seed).fork(nudge);
  const { x, labels } = slice;
  const attack = attackOf(nudge);
  if (attack === undefined || epsilon === 0) {
    const shown = epsilon === 0 ? x : randomSigns(slice, epsilon, stream);
    return { shown, says: predictions(await oracle.logits(shown), oracle.classes) };
  }
  const problem = {
    oracle,
    x0: x,
    goal: { kind: 'leave', labels },
    ball: linf,
    radius: epsilon,
    box: unitBox,
  } as const;
  const options = hasSteps(nudge) ? { steps: state.steps } : {};
  const path = solve(attack, problem, { random: stream, signal, options });
  const { shown, shownLogits } = await finish(path, () => signal.throwIfAborted());
  return { shown, says: predictions(shownLogits, oracle.classes) };
};

/** The pictures so far and, after them, the one in that row. */
const append = (before: Uint8Array | undefined, shown: Vec, i: number): Uint8Array =>
  Uint8Array.from([...(before ?? []), ...toLevels(row(shown, i, digitSize))]);

/** Counts right answers at one ε after the other, from 0 on. */
const run: Run<CurveState, CurveFrame> = async function* (state, bench, signal) {
  const curves = curvesOf(state);
  const lines: { readonly oracle: Oracle; readonly nudge: Nudge }[] = [];
  for (const { net, nudge } of curves) lines.push({ oracle: await bench.net(net), nudge });
  const slice = sampledDigits(state.digits, random(state.seed).fork('digits'));
  let frame: CurveFrame | undefined;
  for (let step = 0; step <= state.points; step++) {
    signal.throwIfAborted();
    const epsilon = epsilonAt(state, step);
    const found: Nudged[] = [];
    for (const { oracle, nudge } of lines) {
      found.push(await nudged(oracle, slice, nudge, epsilon, state, signal));
    }
    const [first] = lines;
    const attacked = found[shownCurve(state)];
    if (first === undefined || attacked === undefined) throw new RangeError('There is no line to show.');
    const signs = found[lines.findIndex(({ nudge }) => nudge === 'random')];
    const noisy = signs ?? (await nudged(first.oracle, slice, 'random', epsilon, state, signal));
    const rights = found.map(({ says }) => says.filter((said, i) => said === slice.labels[i]).length);
    frame = {
      step,
      n: state.digits,
      label: state.digit,
      right: rights.map((right, c) => [...(frame?.right[c] ?? []), right]),
      attacked: append(frame?.attacked, attacked.shown, state.digit),
      noisy: append(frame?.noisy, noisy.shown, state.digit),
      saysAttacked: [...(frame?.saysAttacked ?? []), attacked.says[state.digit] ?? 0],
      saysNoisy: [...(frame?.saysNoisy ?? []), noisy.says[state.digit] ?? 0],
    };
    yield frame;
  }
};

export default run;
