import { digitSide } from '../../data/digit.ts';
import { defaultLatent, drawDigit } from '../../data/strokes.ts';
import { cellMeans, enlarge, everyNth, hidden } from '../../lab/sampling.ts';
import { softmax } from '../../lab/softmax.ts';
import { argmax, joined, numberAt, row } from '../../lab/vec.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { WheelFrame } from './frame.ts';
import { frames, netId, steps, type WheelState } from './params.ts';

/**
 * The film of the wheel, frame by frame; or a picture that more and more hides another, read after being made
 * small in two ways.
 */
const run: Run<WheelState, WheelFrame> = async function* (state, bench, signal) {
  if (state.sampled === 'wheel') {
    for (let index = 0; index <= frames; index++) yield { kind: 'wheel', index };
    return;
  }
  const net = await bench.net(netId);
  const draw = (digit: string) => drawDigit(Number(digit), 0, defaultLatent());
  const [shown, secret] = [draw(state.shown), draw(state.hidden)];
  const large = enlarge(shown, digitSide, state.factor);
  const target = Number(state.hidden);
  let [kept, means]: (WheelFrame & { kind: 'picture' })['kept'][] = [[], []];
  for (let index = 0; index <= steps; index++) {
    signal.throwIfAborted();
    const picture = hidden(large, secret, digitSide, state.factor, index / steps);
    const seen = [everyNth(picture, digitSide, state.factor), cellMeans(picture, digitSide, state.factor)];
    const probabilities = softmax(await net.logits(joined(seen)), 10);
    const answer = (i: number) => {
      const p = row(probabilities, i, 10);
      return { belief: numberAt(p, target), says: argmax(p) };
    };
    kept = [...(kept ?? []), answer(0)];
    means = [...(means ?? []), answer(1)];
    yield { kind: 'picture', index, shown, hidden: secret, kept, means };
  }
};

export default run;
