import type { Run } from '../kit/contract/figure.ts';
import type { TrainingFrame } from './frame.ts';
import { isSmall, type TrainingState } from './params.ts';
import { ready } from './ready.ts';
import { smallNets } from './small.ts';

/**
 * A net and its twin that was trained on attacked digits: two that ship, or two small ones that are trained
 * here.
 */
const run: Run<TrainingState, TrainingFrame> = (state, bench, signal) =>
  isSmall(state) ? smallNets(state, signal) : ready(state, bench, signal);

export default run;
