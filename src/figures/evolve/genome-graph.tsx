import type { Cppn } from '../../lab/evolution/encodings/cppn/graph.ts';
import { type Piece, type Place, plot } from '../kit/drawing/pieces.ts';
import { layOut, type GraphNode } from './graph.ts';

const inputNames = ['x', 'y', 'r', '1'];

/**
 * Little curves for the four activations, in a square of 10 units around the origin: sine, sigmoid, Gaussian,
 * line.
 */
const curves = [
  'M-5 0C-3.5 -6 -1.5 -6 0 0S3.5 6 5 0',
  'M-5 4C0 4 0 -4 5 -4',
  'M-5 4C-1.5 4 -1.8 -4.5 0 -4.5S1.5 4 5 4',
  'M-5 5L5 -5',
];

const drawn = (cppn: Cppn, outputs: readonly string[], { width, height, size }: Place) => {
  const { nodes, links } = layOut(cppn, outputs.length);
  const radius = nodes.length > 24 ? 6 : 8.5;
  const nameRoom = 0.8 * size * Math.max(...outputs.map((name) => name.length)) + radius;
  const left = 1.1 * size + radius;
  const right = width - nameRoom;
  const px = (at: GraphNode): number => left + at.across * (right - left);
  const py = (at: GraphNode): number => at.down * height;
  const at = new Map(nodes.map((node) => [node.node, node]));
  const deepest = nodes.filter(({ across }) => across === 1);
  return (
    <g font-size={size}>
      {links.map(({ from, to, weight }) => {
        const [a, b] = [at.get(from), at.get(to)];
        if (a === undefined || b === undefined) return null;
        const bend = (px(b) - px(a)) / 2;
        return (
          <path
            key={`${from}-${to}`}
            d={`M${px(a)} ${py(a)}C${px(a) + bend} ${py(a)} ${px(b) - bend} ${py(b)} ${px(b)} ${py(b)}`}
            fill="none"
            stroke={weight < 0 ? 'var(--minus)' : 'var(--plus)'}
            stroke-width={0.5 + 0.3 * Math.abs(weight)}
            stroke-opacity={0.8}
          />
        );
      })}
      {nodes.map((node) => (
        <g key={node.node} transform={`translate(${px(node)} ${py(node)})`}>
          <circle r={radius} fill="var(--paper)" stroke="var(--edge)" />
          {node.activation === undefined ? (
            <text text-anchor="middle" y={0.36 * size} fill="var(--ink)">
              {inputNames[node.node]}
            </text>
          ) : (
            <path
              d={curves[node.activation] ?? ''}
              transform={`scale(${radius / 8.5})`}
              fill="none"
              stroke="var(--ink)"
              stroke-width={1.4}
            />
          )}
        </g>
      ))}
      {deepest.slice(-outputs.length).map((node, i) => (
        <text key={node.node} x={px(node) + radius + 4} y={py(node) + 0.36 * size} fill="var(--quiet)">
          {outputs[i]}
        </text>
      ))}
    </g>
  );
};

/**
 * The network that a pattern is: inputs on the left, grown nodes with their curves, outputs on the right;
 * weights as widths.
 */
export const genomeGraph = (cppn: Cppn, outputs: readonly string[]): Piece =>
  plot('graph', 130, (place) => drawn(cppn, outputs, place));
