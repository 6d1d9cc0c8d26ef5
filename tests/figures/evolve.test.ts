import { expect, test } from 'vitest';
import { imagenetLabels } from '../../src/data/imagenet/labels.ts';
import { layOut } from '../../src/figures/evolve/graph.ts';
import { tasks } from '../../src/figures/evolve/tasks.ts';
import { sureText } from '../../src/figures/evolve/words.ts';
import { readGenome } from '../../src/lab/evolution/any-genome.ts';
import emblems from '../../content/results/emblems.json' with { type: 'json' };

test('photographs are called what ImageNet calls them', () => {
  const { classes } = tasks.find(({ id }) => id === 'photographs') ?? { classes: [] };
  expect(classes.length).toBeGreaterThan(0);
  for (const { label, name } of classes) expect(imagenetLabels[label]).toBe(name);
});

test('every link of a laid-out genome goes to the right, to a node that is drawn', () => {
  for (const { genome } of [...emblems.digits, ...Object.values(emblems.articles)]) {
    const { graph } = readGenome(genome);
    expect(graph).toBeDefined();
    if (graph === undefined) continue;
    const { nodes, links } = layOut(graph, 1);
    const at = new Map(nodes.map(({ node, across }) => [node, across]));
    for (const { from, to } of links) expect(at.get(from) ?? NaN).toBeLessThan(at.get(to) ?? NaN);
    expect(nodes.at(-1)?.across).toBe(1);
    for (const { down } of nodes) expect(down).toBeGreaterThan(0);
  }
});

test('what is less than certain is not written as certain', () => {
  expect(sureText(0.9988)).toBe('99.88');
  expect(sureText(0.99899)).toBe('99.89');
  expect(sureText(0.999)).toBe('99.9');
  expect(sureText(0.97)).toBe('97.0');
});
