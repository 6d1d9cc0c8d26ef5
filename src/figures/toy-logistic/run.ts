import type { Run } from '../kit/contract/figure.ts';
import type { Frame, State } from './figure.ts';
import { analyse } from './logistic.ts';

/**
 * Yields x untouched, then one frame per nudged coordinate; TensorFlow.js is only touched where the reader
 * asks for it.
 */
const run: Run<State, Frame> = async function* (state, bench, signal) {
  const analysis = analyse(state.x, state.w, state.step);
  const frame = (nudged: number, net: Frame['net'] = null): Frame => ({
    ...analysis,
    nudged,
    sum: analysis.sums[nudged] ?? analysis.after,
    net,
  });
  const all = state.x.length;
  for (let nudged = 0; nudged < all; nudged++) {
    if (signal.aborted) return;
    yield frame(nudged);
  }
  if (!state.check) {
    yield frame(all);
    return;
  }
  const model = await bench.logistic(Float32Array.from(state.w));
  try {
    const before = await model.probability(Float32Array.from(state.x));
    const after = await model.probability(Float32Array.from(analysis.y));
    if (!signal.aborted) yield frame(all, { before, after });
  } finally {
    model.dispose();
  }
};

export default run;
