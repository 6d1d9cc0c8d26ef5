import { drawnBy } from '../kit/drawing/pieces.ts';
import { describeCertified } from './certified-view.tsx';
import type { SmoothingFrame } from './frame.ts';
import type { SmoothingState } from './params.ts';
import { describeSqueezed } from './squeezed-view.tsx';

/** An attack on a net behind a filter, or what noise certifies. */
export default drawnBy<SmoothingState, SmoothingFrame>(({ state, frame }) =>
  frame.kind === 'squeezed' ? describeSqueezed(state, frame) : describeCertified(state, frame),
);
