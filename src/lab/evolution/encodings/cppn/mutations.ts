import type { Random } from '../../../random.ts';
import { polynomialShift, visitor } from '../../operators.ts';
import { randomActivation } from './activations.ts';
import {
  inputs,
  limit,
  nodeCount,
  onGrid,
  randomWeight,
  reachedFrom,
  withLink,
  type Cppn,
  type Link,
} from './graph.ts';

/** Chances of the released code (Nguyen et al. 2015): per weight and node, then per child. */
const rates = { weight: 0.1, activation: 0.1, addLink: 0.5, deleteLink: 0.3, addNode: 0.5, deleteNode: 0.2 };
const mutationIndex = 15;

/** No more than these are added: so that a genome fits in a link. */
export const most = { hidden: 60, links: 300 } as const;

type Mutation = (cppn: Cppn, outputs: number, random: Random) => Cppn;

const pick = <T>(of: readonly T[], random: Random): T | undefined => of[random.integer(of.length)];

/** A new connection of random weight that closes no cycle, between nodes that are not joined yet. */
const addLink: Mutation = (cppn, outputs, random) => {
  if (cppn.links.length >= most.links) return cppn;
  const from = random.integer(nodeCount(cppn) - outputs);
  const joined = new Set(cppn.links.filter((link) => link.from === from).map((link) => link.to));
  const targets = cppn.activations
    .map((_, i) => i + inputs)
    .filter((to) => !joined.has(to) && to !== from && (to > from || !reachedFrom(cppn, to)[from]));
  const to = pick(targets, random);
  return to === undefined ? cppn : withLink(cppn, outputs, { from, to, weight: randomWeight(random) });
};

const deleteLink: Mutation = (cppn, _, random) => {
  const gone = pick(cppn.links, random);
  return { ...cppn, links: cppn.links.filter((link) => link !== gone) };
};

/** A node on a connection: both halves keep its weight. */
const addNode: Mutation = (cppn, outputs, random) => {
  const split = pick(cppn.links, random);
  if (!split || cppn.activations.length - outputs >= most.hidden || cppn.links.length >= most.links)
    return cppn;
  const node = Math.max(inputs, split.from + 1);
  const renamed = (i: number): number => (i < node ? i : i + 1);
  const { weight } = split;
  return {
    activations: cppn.activations.toSpliced(node - inputs, 0, randomActivation(random)),
    links: [
      ...cppn.links
        .filter((link) => link !== split)
        .map((link) => ({ from: renamed(link.from), to: renamed(link.to), weight: link.weight })),
      { from: renamed(split.from), to: node, weight },
      { from: node, to: renamed(split.to), weight },
    ],
  };
};

const deleteNode: Mutation = (cppn, outputs, random) => {
  const hidden = cppn.activations.length - outputs;
  if (hidden === 0) return cppn;
  const node = inputs + random.integer(hidden);
  const renamed = (i: number): number => (i < node ? i : i - 1);
  return {
    activations: cppn.activations.toSpliced(node - inputs, 1),
    links: cppn.links
      .filter(({ from, to }) => from !== node && to !== node)
      .map(({ from, to, weight }) => ({ from: renamed(from), to: renamed(to), weight })),
  };
};

const shift = polynomialShift(mutationIndex);
const visitWeights = visitor(rates.weight);
const visitActivations = visitor(rates.activation);

const changeValues: Mutation = ({ activations, links }, _, random) => {
  const newLinks: Link[] = [...links];
  const newActivations = [...activations];
  visitWeights(links.length, random, (i) => {
    const link = links[i];
    newLinks[i] = { ...link, weight: onGrid(link.weight + 2 * limit * shift(random)) };
  });
  visitActivations(activations.length, random, (i) => (newActivations[i] = randomActivation(random)));
  return { activations: newActivations, links: newLinks };
};

const structural: readonly (readonly [rate: number, mutation: Mutation])[] = [
  [rates.addLink, addLink],
  [rates.deleteLink, deleteLink],
  [rates.addNode, addNode],
  [rates.deleteNode, deleteNode],
];

/**
 * A child of one parent: some weights and activations changed, then perhaps a link and a node more or less.
 */
export const mutate: Mutation = (cppn, outputs, random) =>
  structural.reduce(
    (child, [rate, mutation]) => (random.uniform() < rate ? mutation(child, outputs, random) : child),
    changeValues(cppn, outputs, random),
  );
