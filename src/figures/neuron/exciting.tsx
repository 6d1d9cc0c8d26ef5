import { scaleLinear } from 'd3';
import { columns, stack, wide } from '../kit/drawing/arrange.ts';
import { heading, type Piece, plot, text, toBaseline } from '../kit/drawing/pieces.ts';
import type { NeuronFrame } from './frame.ts';
import type { NeuronState } from './params.ts';
import { netsOf, short } from './words.ts';

/** Room right of the longest bar for its number, in units of the size of type. */
const forNumber = 3.4;

const bar = (activation: number, most: number): Piece =>
  plot('bar', { lines: 1 }, ({ width, height, size }) => {
    const length = scaleLinear([0, most], [0, width - forNumber * size]).clamp(true)(activation);
    return (
      <g font-size={size}>
        <rect y={height / 2 - 0.3 * size} width={length} height={0.6 * size} fill="var(--truth)" />
        <text x={length + 0.5 * size} y={height / 2 + toBaseline * size} fill="var(--quiet)">
          {short(activation)}
        </text>
      </g>
    );
  });

/**
 * Which of our own pictures excite the neuron most, in each net; the bars end where the largest picture made
 * for it would be.
 */
export const exciting = (state: NeuronState, { known }: NeuronFrame): Piece => {
  const { plain, robust } = netsOf(state);
  const most = Math.max(...known.flat().map(({ activation }) => activation), 1e-9);
  return stack([
    heading(state.nets === 'digits' ? 'most answered of our digits' : 'most answered of our drawings'),
    ...known.flatMap((list, net) => [
      text((net === 0 ? plain : robust).said),
      ...list.map(({ name, activation }) =>
        columns([wide({ ems: 6.6 }, text(name, { tone: 'ink', align: 'end' })), bar(activation, most)], {
          space: 8,
          align: 'middle',
        }),
      ),
    ]),
  ]);
};
