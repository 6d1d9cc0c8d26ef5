import { defineAttack } from '../attack.ts';
import { oddsEar } from '../black-box/ears.ts';
import { interview, type QuerySearch } from '../black-box/interview.ts';
import { shapeOf, type Shape } from '../black-box/shape.ts';
import { oddsOf } from '../optimise/goal.ts';
import type { RowProblem } from '../optimise/lockstep.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { row } from '../vec.ts';
import { number, type ValuesOf } from '../options.ts';
import { eightBits, queries, shape } from '../shared-options.ts';

const options = {
  queries: queries(50_000),
  /** How many candidates there are in each generation. */
  population: number({ label: 'Candidates', min: 1, max: 1e6, whole: true, default: 400, live: 100 }),
  /** Number of generations after the first. */
  generations: number({ label: 'Generations', min: 0, max: 1e6, whole: true, default: 100, live: 1000 }),
  /** F: by how much of the difference of two candidates a third is changed. */
  factor: number({ label: 'Share of a difference', min: 0, max: 10, default: 0.5 }),
  eightBits,
  shape,
};

export type OnePixelOptions = ValuesOf<typeof options>;

/** A candidate: for each pixel its row, its column and the new number of each channel. */
type Genes = Float64Array<ArrayBuffer>;

const held = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Brings genes back to where they mean something. */
const valid = (genes: Genes, { height, width, channels }: Shape, [low, high]: RowProblem['box']): Genes =>
  genes.map((value, g) => {
    const kind = g % (2 + channels);
    if (kind === 0) return held(value, 0, height - 1e-9);
    return kind === 1 ? held(value, 0, width - 1e-9) : held(value, low, high);
  });

const firstGenes = (pixels: number, shape: Shape, [low, high]: RowProblem['box'], random: Random): Genes =>
  Float64Array.from({ length: pixels * (2 + shape.channels) }, (_, g) => {
    const kind = g % (2 + shape.channels);
    if (kind < 2) return random.uniform() * (kind === 0 ? shape.height : shape.width);
    return (low + high) / 2 + ((high - low) / 2) * random.normal();
  });

/** x0 with the pixels of each candidate, one after another. */
const painted = (x0: Vec, population: readonly Genes[], { width, channels }: Shape): Vec => {
  const points = new Float32Array(population.length * x0.length);
  population.forEach((genes, k) => {
    const point = row(points, k, x0.length);
    point.set(x0);
    for (let g = 0; g < genes.length; g += 2 + channels) {
      const place = Math.floor(genes[g]) * width + Math.floor(genes[g + 1]);
      point.set(genes.subarray(g + 2, g + 2 + channels), place * channels);
    }
  });
  return points;
};

function* search(one: RowProblem, options: OnePixelOptions, shape: Shape, random: Random): QuerySearch<Vec> {
  const { x0, goal, box, radius } = one;
  const pixels = Math.floor(radius / shape.channels);
  if (pixels === 0) return undefined;
  const any = (): number => random.integer(options.population);
  function* scored(candidates: readonly Genes[]): Generator<Vec, number[], Vec> {
    const logits = yield painted(x0, candidates, shape);
    return candidates.map((_, k) => oddsOf(row(logits, k, logits.length / candidates.length), goal));
  }
  let population = Array.from({ length: options.population }, () =>
    valid(firstGenes(pixels, shape, box, random), shape, box),
  );
  let scores = yield* scored(population);
  for (let generation = 0; generation < options.generations; generation++) {
    const parents = population;
    const before = scores;
    const children = parents.map(() => {
      const [a, b, c] = [parents[any()], parents[any()], parents[any()]];
      const mixed = a.map((value, g) => value + options.factor * (b[g] - c[g]));
      return valid(mixed, shape, box);
    });
    const after = yield* scored(children);
    const better = after.map((score, k) => score > before[k]);
    population = parents.map((parent, k) => (better[k] ? children[k] : parent));
    scores = before.map((score, k) => (better[k] ? after[k] : score));
  }
  return undefined;
}

/**
 * The one-pixel attack (Su et al. 2019): differential evolution over the places and colours of as many pixels
 * as the radius allows numbers to change; a child takes the place of its parent if it brings the goal nearer.
 * No crossover.
 */
export const onePixel = defineAttack({
  id: 'one-pixel',
  title: 'One pixel',
  name: 'the one-pixel attack',
  listed: 'One pixel or few, by evolution',
  source: 'su2019one',
  knows: 'logits',
  balls: ['l0'],
  aim: 'reach',
  paced: 'queries',
  length: (chosen) => chosen.queries,
  options,
  run: (problem, options, random) => {
    const shape = options.shape ?? shapeOf(problem.oracle.dimension);
    return interview(
      problem,
      {
        ...oddsEar,
        queries: options.queries,
        eightBits: options.eightBits && 'ask',
        goesOn: false,
        search: (one, _, own) => search(one, options, shape, own),
      },
      random,
    );
  },
});
