import type { Run } from '../kit/contract/figure.ts';
import { frameOf, type SteepestFrame } from './frame.ts';
import { turn, type SteepestState } from './params.ts';

/** Turns the dial once round, from where the state has it and back to there. */
const run: Run<SteepestState, SteepestFrame> = async function* (state, _bench, signal) {
  for (let turned = 0; turned <= turn; turned++) {
    if (signal.aborted) return;
    yield await Promise.resolve(frameOf(state, turned));
  }
};

export default run;
