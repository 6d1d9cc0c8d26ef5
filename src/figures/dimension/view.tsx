import { chartHeight } from '../kit/drawing/chart/chart.tsx';
import type { View } from '../kit/contract/figure.ts';
import { triptychHeight } from '../kit/drawing/triptych.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import { Errors, Needs, Sums } from './charts.tsx';
import { Example } from './example.tsx';
import type { DimensionFrame } from './frame.ts';
import type { DimensionState } from './params.ts';
import { readingOf } from './words.ts';

const places = {
  wide: {
    width: 720,
    size: 13,
    left: { x: 0, width: 352 },
    right: { x: 372, width: 348 },
    tall: 170,
    columns: [0, 121, 242],
    picture: 84,
  },
  narrow: {
    width: 340,
    size: 13,
    left: { x: 0, width: 340 },
    right: { x: 0, width: 340 },
    tall: 160,
    columns: [0, 128, 256],
    picture: 84,
  },
} as const;

/** Sums of ten to a million inputs; the ε that digits of four sizes need; one digit; errors against ε. */
const view: View<DimensionState, DimensionFrame> = ({ state, frame, layout, id }) => {
  const { width, size, left, right, tall, columns, picture } = places[layout];
  const wide = layout === 'wide';
  const reading = readingOf(state, frame);
  const step = chartHeight(tall, size) + 18;
  const example = 2 * triptychHeight(picture, size, 2) + 10;
  const tops = wide
    ? { sums: 0, needs: 0, example: step, errors: step }
    : { sums: 0, needs: step, example: 2 * step, errors: 2 * step + example + 16 };
  const height = Math.ceil(Math.max(tops.example + example, tops.errors + chartHeight(tall, size)) + 4);
  const chart = { height: tall, size };
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      air={3}
      title="The shift of sums of ten to a million inputs; the ε that digits of four sizes need; a seven, nudged; errors at every ε"
    >
      <Sums {...{ state, frame }} {...chart} {...left} y={tops.sums} />
      <Needs readings={frame.readings} {...chart} {...right} y={tops.needs} />
      {reading === undefined ? (
        <text x={0} y={tops.example + size} font-size={size} fill="var(--quiet)">
          Training has not begun.
        </text>
      ) : (
        <Example {...{ state, reading, columns, picture, size }} y={tops.example} />
      )}
      <Errors {...{ state, reading }} n={frame.n} {...chart} {...right} y={tops.errors} />
    </Svg>
  );
};

export default view;
