import { decimal } from '../kit/format.ts';
import type { View } from '../kit/figure.ts';
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

/** Draws the ten products, and over one shared axis of sums: the sum after each nudge, the sigmoid, all sign patterns, L2. */
const ToyLogistic: View<State, Frame> = ({ state, frame, layout, id }) => {
  const geometry = geometryOf(layout, frame);
  const scale = sumScale(frame, geometry.axis);
  return (
    <svg
      viewBox={`0 0 ${geometry.width} ${geometry.height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      font-family="var(--font-ui)"
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      <title id={`${id}-title`}>
        {`Ten products add up to ${decimal(frame.before)}, ${answer(frame.before)}; after ${nudgesOf(moved(frame.nudges, frame.nudged))} of ${decimal(state.step)} to ${decimal(frame.sum)}, ${answer(frame.sum)}.`}
      </title>
      <Products state={state} frame={frame} geometry={geometry} />
      <Axis frame={frame} scale={scale} geometry={geometry} />
      <Stair step={state.step} frame={frame} scale={scale} geometry={geometry} />
      <Curve frame={frame} scale={scale} geometry={geometry} />
      <Squares frame={frame} scale={scale} geometry={geometry} />
      <Answers frame={frame} geometry={geometry} />
      <Flips frame={frame} geometry={geometry} />
      {straightDiffers(frame) && <Straight step={state.step} frame={frame} geometry={geometry} scale={scale} />}
    </svg>
  );
};

export default ToyLogistic;
