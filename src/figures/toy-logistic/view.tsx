import { decimal } from '../kit/words/format.ts';
import type { View } from '../kit/contract/figure.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import { Axis } from './axis.tsx';
import { Curve } from './curve.tsx';
import type { Frame, State } from './figure.ts';
import { geometryOf, straightDiffers, sumScale } from './geometry.ts';
import { moved } from './logistic.ts';
import { Products } from './products.tsx';
import { Answers, Flips, Straight } from './readout.tsx';
import { Squares } from './squares.tsx';
import { Stair } from './stair.tsx';
import { answer, nudgesOf } from './words.ts';

/**
 * Draws the ten products, and over one shared axis of sums: the sum after each nudge, the sigmoid, all sign
 * patterns, L2.
 */
const ToyLogistic: View<State, Frame> = ({ state, frame, width, id }) => {
  const geometry = geometryOf(width < 620 ? 'narrow' : 'wide', frame);
  const scale = sumScale(frame, geometry.axis);
  return (
    <Svg
      id={id}
      width={geometry.width}
      height={geometry.height}
      air={0}
      title={`Ten products add up to ${decimal(frame.before)}, ${answer(frame.before)}; after ${nudgesOf(moved(frame.nudges, frame.nudged))} of ${decimal(state.step)} to ${decimal(frame.sum)}, ${answer(frame.sum)}.`}
    >
      <Products state={state} frame={frame} geometry={geometry} />
      <Axis frame={frame} scale={scale} geometry={geometry} />
      <Stair step={state.step} frame={frame} scale={scale} geometry={geometry} />
      <Curve frame={frame} scale={scale} geometry={geometry} />
      <Squares frame={frame} scale={scale} geometry={geometry} />
      <Answers frame={frame} geometry={geometry} />
      <Flips frame={frame} geometry={geometry} />
      {straightDiffers(frame) && (
        <Straight step={state.step} frame={frame} geometry={geometry} scale={scale} />
      )}
    </Svg>
  );
};

export default ToyLogistic;
