import { scaleLinear } from 'd3';
import type { NeuronFrame } from './frame.ts';
import type { NeuronState } from './params.ts';
import { netsOf, short } from './words.ts';

interface ExcitingProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly frame: NeuronFrame;
  readonly state: NeuronState;
}

/** Height of the two lists. */
export const excitingHeight = (size: number): number => (1.2 + 2 * 1.6 + 6 * 1.45) * size;

/** Which of our own pictures excite the neuron most, in each net; the bars end where the largest picture made for it would be. */
export const Exciting = ({ x, y, width, size, frame, state }: ExcitingProps) => {
  const left = x + 7.2 * size;
  const room = width - 7.2 * size - 3.4 * size;
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={x} y={y + size} font-weight={600}>
        {state.nets === 'digits' ? 'most answered of our digits' : 'most answered of our drawings'}
      </text>
      {frame.known.map((list, net) => {
        const top = y + (1.2 + net * (1.6 + 3 * 1.45)) * size;
        const most = Math.max(...frame.known.flat().map(({ activation }) => activation), 1e-9);
        const length = scaleLinear([0, most], [0, room]).clamp(true);
        return (
          <g key={net}>
            <text x={x} y={top + 1.3 * size} fill="var(--quiet)">
              {netsOf(state)[net === 0 ? 'plain' : 'robust'].said}
            </text>
            {list.map(({ name, activation }, i) => {
              const line = top + (1.6 + 1.45 * (i + 1)) * size - 0.35 * size;
              return (
                <g key={name}>
                  <text x={left - 0.6 * size} y={line} text-anchor="end">
                    {name}
                  </text>
                  <rect
                    x={left}
                    y={line - 0.66 * size}
                    width={length(activation)}
                    height={0.6 * size}
                    fill="var(--truth)"
                  />
                  <text x={left + length(activation) + 0.5 * size} y={line} fill="var(--quiet)">
                    {short(activation)}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </g>
  );
};
