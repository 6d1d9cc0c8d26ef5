import { decimal, percent } from '../kit/words/format.ts';
import { Triptych, triptychHeight, type Caption } from '../kit/drawing/triptych.tsx';
import type { Reading } from './frame.ts';
import { params, type DimensionState } from './params.ts';

const says = (seven: number): readonly Caption[] => [
  { text: seven > 0.5 ? 'unit: 7' : 'unit: 3', mark: 'belief', strong: true },
  { text: percent(Math.max(seven, 1 - seven)), inset: true },
];

interface ExampleProps {
  readonly state: DimensionState;
  readonly reading: Reading;
  readonly columns: readonly [number, number, number];
  readonly picture: number;
  readonly y: number;
  readonly size: number;
}

/** One seven with the nudge against the weights, and the same with random signs. */
export const Example = ({ state, reading, columns, picture, y, size }: ExampleProps) => {
  const { side, seven } = reading;
  const magnification = 1 / params.epsilon.max;
  const common = {
    columns,
    picture,
    room: picture,
    edge: columns[2] + picture,
    size,
    magnification,
    shape: [side, side],
  } as const;
  const limit: Caption = { text: `ε = ${decimal(state.epsilon)}`, mark: 'limit', strong: true };
  const second = y + triptychHeight(picture, size, 2) + 10;
  return (
    <g>
      <Triptych
        {...common}
        y={y}
        from={reading.picture}
        to={reading.shown}
        panels={[
          { head: 'a seven', captions: says(seven[0]) },
          { head: `nudge × ${magnification}`, captions: [limit] },
          { head: 'it sees', captions: says(seven[1]) },
        ]}
      />
      <Triptych
        {...common}
        y={second}
        from={reading.picture}
        to={reading.control}
        panels={[
          { head: 'the same', captions: [] },
          { head: 'random', captions: [limit] },
          { head: 'it sees', captions: says(seven[2]) },
        ]}
      />
    </g>
  );
};
