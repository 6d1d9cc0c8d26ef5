import type { View } from '../kit/contract/figure.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import { Film, filmHeight } from './film.tsx';
import type { WheelFrame } from './frame.ts';
import type { WheelState } from './params.ts';
import { Hidden, hiddenHeight } from './picture.tsx';

const widths = { wide: 720, narrow: 340 } as const;

const titles = {
  wheel:
    'A wheel on film, frame by frame, with and without a painted spoke; the speed that a film shows against the true one',
  picture:
    'A picture that hides another; what is left of it when it is made small in two ways; what the net believes of both',
} as const;

/** The wheel on film, or the picture that hides another. */
const view: View<WheelState, WheelFrame> = ({ state, frame, layout, id }) => {
  const height = Math.ceil(frame.kind === 'wheel' ? filmHeight(layout) : hiddenHeight(layout)) + 4;
  return (
    <Svg id={id} width={widths[layout]} height={height} title={titles[frame.kind]}>
      {frame.kind === 'wheel' ? (
        <Film state={state} index={frame.index} layout={layout} />
      ) : (
        <Hidden state={state} frame={frame} layout={layout} />
      )}
    </Svg>
  );
};

export default view;
