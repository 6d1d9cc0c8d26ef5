import type { Random } from '../../../random.ts';
import { randomActivation } from './activations.ts';

/** x, y, distance from the centre, and the constant 1: nodes 0 … 3. */
export const inputs = 4;
/** Weights lie in ±limit and are multiples of 1/3200: two bytes hold them without loss. */
export const limit = 10;
const stepsPerUnit = 3200;

/** A connection between two nodes. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * A compositional pattern-producing network (Stanley 2007): a function of the place, as a graph without
 * cycles. Nodes are numbered in topological order: the inputs, the hidden nodes, the outputs; every link goes
 * from a smaller number to a greater, none from an output, none to an input, and no two join the same nodes.
 */
export interface Cppn {
  /** The activation of each node but the inputs, outputs last. */
  readonly activations: readonly number[];
  readonly links: readonly Link[];
}

/** How many nodes a network has: inputs, hidden ones and outputs. */
export const nodeCount = ({ activations }: Cppn): number => inputs + activations.length;

/** The weight brought into range and onto the grid. */
export const onGrid = (weight: number): number =>
  Math.round(Math.min(limit, Math.max(-limit, weight)) * stepsPerUnit) / stepsPerUnit;

/** A weight as a whole number, −32,000 … 32,000. */
export const toSteps = (weight: number): number => Math.round(weight * stepsPerUnit);

/** The weight of a whole number that `toSteps` gave. */
export const fromSteps = (steps: number): number => steps / stepsPerUnit;

/** A weight from all of the range, on the grid, each as likely as the others. */
export const randomWeight = (random: Random): number => onGrid(limit * (2 * random.uniform() - 1));

/** The network to begin with: every input joined to every output, nothing hidden, all at random. */
export const randomCppn = (outputs: number, random: Random): Cppn => ({
  activations: Array.from({ length: outputs }, () => randomActivation(random)),
  links: Array.from({ length: inputs * outputs }, (_, i) => ({
    from: i % inputs,
    to: inputs + Math.floor(i / inputs),
    weight: randomWeight(random),
  })),
});

/** Which nodes a signal from that node reaches, itself included. */
export const reachedFrom = (cppn: Cppn, node: number): readonly boolean[] => {
  const reached = Array.from({ length: nodeCount(cppn) }, (_, i) => i === node);
  const byTarget = cppn.links.toSorted((a, b) => a.to - b.to);
  for (const { from, to } of byTarget) if (reached[from]) reached[to] = true;
  return reached;
};

/**
 * The same graph with an order that allows the link too; it must not close a cycle. Whatever the link's end
 * reaches moves, in its old order, behind everything else that is hidden.
 */
export const withLink = (cppn: Cppn, outputs: number, link: Link): Cppn => {
  if (link.from < link.to) return { ...cppn, links: [...cppn.links, link] };
  const hiddenEnd = nodeCount(cppn) - outputs;
  const late = reachedFrom(cppn, link.to);
  const hidden = Array.from({ length: hiddenEnd - inputs }, (_, i) => i + inputs);
  const order = [...hidden.filter((i) => !late[i]), ...hidden.filter((i) => late[i])];
  const renamed = (node: number): number =>
    node < inputs || node >= hiddenEnd ? node : inputs + order.indexOf(node);
  return {
    activations: [
      ...order.map((node) => cppn.activations[node - inputs]),
      ...cppn.activations.slice(hiddenEnd - inputs),
    ],
    links: [...cppn.links, link].map(({ from, to, weight }) => ({
      from: renamed(from),
      to: renamed(to),
      weight,
    })),
  };
};
