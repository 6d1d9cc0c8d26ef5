import { group } from 'd3';
import { inputs, nodeCount, type Cppn } from '../../lab/evolution/encodings/cppn/graph.ts';
import { numberAt } from '../../lab/vec.ts';

/** A node of a pattern's network where it stands in a drawing: both numbers from 0 to 1. */
export interface GraphNode {
  readonly node: number;
  readonly across: number;
  readonly down: number;
  /** The number of its activation; inputs have none. */
  readonly activation: number | undefined;
}

/** A link between two nodes, by their numbers, and its weight. */
export interface GraphLink {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** All of a pattern's network that has a part in the picture, laid out to be drawn. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  /** How many hidden nodes and links do nothing for the picture and are left out. */
  readonly idle: number;
}

const neededBy = (cppn: Cppn, outputs: number): readonly boolean[] => {
  const count = nodeCount(cppn);
  const needed = Array.from({ length: count }, (_, node) => node >= count - outputs);
  for (const { from, to } of cppn.links.toSorted((a, b) => b.to - a.to)) if (needed[to]) needed[from] = true;
  return needed;
};

/**
 * Lays a pattern's network out from its inputs (left) to its outputs (right), each node as far to the right
 * as its longest path.
 */
export const layOut = (cppn: Cppn, outputs: number): Graph => {
  const count = nodeCount(cppn);
  const needed = neededBy(cppn, outputs);
  const links = cppn.links.filter(({ to }) => needed[to]);
  const depth = Array.from({ length: count }, () => 0);
  for (const { from, to } of links.toSorted((a, b) => a.to - b.to))
    depth[to] = Math.max(numberAt(depth, to), numberAt(depth, from) + 1);
  const deepest = Math.max(1, ...depth);
  for (let node = count - outputs; node < count; node++) depth[node] = deepest;
  const kept = Array.from({ length: count }, (_, node) => node).filter(
    (node) => node < inputs || needed[node],
  );
  const columns = group(kept, (node) => numberAt(depth, node));
  const nodes = kept.map((node): GraphNode => {
    const column = columns.get(numberAt(depth, node)) ?? [];
    return {
      node,
      across: numberAt(depth, node) / deepest,
      down: (column.indexOf(node) + 0.5) / column.length,
      activation: node < inputs ? undefined : cppn.activations[node - inputs],
    };
  });
  return { nodes, links, idle: cppn.links.length - links.length + (count - kept.length) };
};
