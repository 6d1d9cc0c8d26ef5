import { drawnBy } from '../kit/drawing/pieces.ts';
import { film } from './film.tsx';
import type { WheelFrame } from './frame.ts';
import type { WheelState } from './params.ts';
import { hiding } from './picture.tsx';

const titles = {
  wheel:
    'A wheel on film, frame by frame, with and without a painted spoke; the speed that a film shows against the true one',
  picture:
    'A picture that hides another; what is left of it when it is made small in two ways; what the net believes of both',
} as const;

/** The wheel on film, or the picture that hides another. */
export default drawnBy<WheelState, WheelFrame>(({ state, frame }) => ({
  title: titles[frame.kind],
  content: frame.kind === 'wheel' ? film(state, frame.index) : hiding(state, frame),
}));
