import { sampledDigits, type SampledDigits } from '../../data/strokes.ts';
import { random } from '../../lab/random.ts';
import type { Run } from '../kit/contract/figure.ts';
import { certified } from './certified.ts';
import type { SmoothingFrame } from './frame.ts';
import { isNoise, netIds, type SmoothingState } from './params.ts';
import { squeezed } from './squeezed.ts';

/**
 * An attack on a net behind a filter, by who knows of it and who does not; or digits under noise, with what
 * that certifies.
 */
const run: Run<SmoothingState, SmoothingFrame> = async function* (state, bench, signal) {
  const net = await bench.net(isNoise(state) ? netIds.noisy : netIds.filtered);
  signal.throwIfAborted();
  const digits: SampledDigits = sampledDigits(state.digits, random(state.seed));
  yield* isNoise(state) ? certified(state, net, digits, signal) : squeezed(state, net, digits, signal);
};

export default run;
