import type { View } from '../kit/contract/figure.ts';
import { CertifiedView } from './certified-view.tsx';
import type { SmoothingFrame } from './frame.ts';
import type { SmoothingState } from './params.ts';
import { SqueezedView } from './squeezed-view.tsx';

/** An attack on a net behind a filter, or what noise certifies. */
const view: View<SmoothingState, SmoothingFrame> = ({ frame, ...props }) =>
  frame.kind === 'squeezed' ? <SqueezedView {...props} frame={frame} /> : <CertifiedView {...props} frame={frame} />;

export default view;
