import { Arrow, halo, type Piece, type Place, plot } from '../kit/drawing/pieces.ts';
import { decimal } from '../kit/words/format.ts';
import type { Moves, SteepestFrame } from './frame.ts';
import { dot, type Measure, type Pair } from './linear.ts';
import { unitOf, type SteepestState } from './params.ts';

/** The ends of the plane of inputs, in both directions. */
const end = 2.1;

/** The name of one end of an arrow, beyond it as seen from the other end. */
const nameOf = (content: string, of: Pair, from: Pair, size: number, fill: string) => {
  const [dx, dy] = [of[0] - from[0], of[1] - from[1]];
  const far = Math.hypot(dx, dy);
  const [ux, uy] = far < 1 ? [-0.7, 0.7] : [dx / far, dy / far];
  return (
    <text
      x={of[0] + 1.1 * size * ux}
      y={of[1] + 1.1 * size * uy + 0.36 * size}
      text-anchor="middle"
      font-weight={600}
      fill={fill}
      {...halo}
    >
      {content}
    </text>
  );
};

const drawn = (state: SteepestState, frame: SteepestFrame, id: string, { width, size }: Place) => {
  const [left, top, side] = [1, 4, width - 8];
  const at = ([a, b]: Pair): Pair => [
    left + (side * (a + end)) / (2 * end),
    top + (side * (end - b)) / (2 * end),
  ];
  const unit = side / (2 * end);
  const { w, x } = unitOf(state);
  const square = dot(w, w);
  const moved = ({ change }: Moves['l2']): Pair => [x[0] + change[0], x[1] + change[1]];
  // The foot of the origin on the line of that output, and the line's direction.
  const line = (y: number): string => {
    const foot: Pair = [(y * w[0]) / square, (y * w[1]) / square];
    const norm = Math.sqrt(square);
    const along: Pair = [(-w[1] / norm) * 9, (w[0] / norm) * 9];
    const [a, b] = [
      at([foot[0] - along[0], foot[1] - along[1]]),
      at([foot[0] + along[0], foot[1] + along[1]]),
    ];
    return `M${a[0]} ${a[1]}L${b[0]} ${b[1]}`;
  };
  const here = at(x);
  const radius = state.epsilon * unit;
  const tip = moved(frame.chosen[state.measure]);
  const outputs = square === 0 ? [] : [-4, -3, -2, -1, 0, 1, 2, 3, 4];
  const limits = [
    { tone: 'var(--minus)', move: frame.along.l2 },
    { tone: 'var(--plus)', move: frame.corner.linf },
  ];
  const weight = at(w);
  const weightOf = (measure: Measure): number => (measure === state.measure ? 2.25 : 1);
  return (
    <g font-size={size}>
      <clipPath id={`${id}-plane`}>
        <rect x={left} y={top} width={side} height={side} />
      </clipPath>
      <g clip-path={`url(#${id}-plane)`} fill="none">
        {outputs.map((y) => (
          <path key={y} d={line(y)} stroke="var(--rule)" stroke-width={y === 0 ? 2 : 1} />
        ))}
        {square === 0
          ? null
          : limits.map(({ tone, move }) => (
              <path
                key={tone}
                d={line(frame.y + move.rise)}
                stroke={tone}
                stroke-width={1.5}
                stroke-dasharray="5 4"
              />
            ))}
        <rect
          x={here[0] - radius}
          y={here[1] - radius}
          width={2 * radius}
          height={2 * radius}
          stroke="var(--plus)"
          stroke-width={weightOf('linf')}
        />
        <circle cx={here[0]} cy={here[1]} r={radius} stroke="var(--minus)" stroke-width={weightOf('l2')} />
        <Arrow from={at([0, 0])} to={weight} stroke="var(--quiet)" width={1.75} />
        <Arrow from={here} to={at(tip)} stroke="var(--ink)" width={2.5} />
      </g>
      <rect x={left} y={top} width={side} height={side} fill="none" stroke="var(--edge)" />
      {outputs
        .map((y) => ({ y, across: (y + end * 0.93 * w[1]) / (w[0] || 1e-9) }))
        .filter(({ across }) => Math.abs(across) < end * 0.86)
        .map(({ y, across }) => {
          const [px] = at([across, 0]);
          return (
            <text key={y} x={px} y={top + side - 6} text-anchor="middle" fill="var(--quiet)" {...halo}>
              {y === 0 ? 'y = 0' : decimal(y)}
            </text>
          );
        })}
      {limits.map(({ tone, move }) => {
        const [cx, cy] = at(moved(move));
        return (
          <circle key={tone} cx={cx} cy={cy} r={4.5} fill="var(--paper)" stroke={tone} stroke-width={2.25} />
        );
      })}
      <circle cx={here[0]} cy={here[1]} r={3.5} fill="var(--ink)" />
      {nameOf('x', here, at(tip), size, 'var(--ink)')}
      {nameOf('w', weight, at([0, 0]), size, 'var(--quiet)')}
      <circle cx={at([0, 0])[0]} cy={at([0, 0])[1]} r={2} fill="var(--quiet)" />
    </g>
  );
};

/**
 * The plane of two inputs: lines of equal output, both balls around x with the lines that touch them, w and
 * Δx.
 */
export const plane = (state: SteepestState, frame: SteepestFrame, id: string): Piece =>
  plot('plane', { ofWidth: 1 }, (place) => drawn(state, frame, id, place));
