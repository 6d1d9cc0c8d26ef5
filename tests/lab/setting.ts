import type { Attack, Step } from '../../src/lab/attack.ts';
import type { AttackId } from '../../src/lab/attacks/index.ts';
import type { Ball, BallId } from '../../src/lab/ball.ts';
import type { AnyOption } from '../../src/lab/options.ts';
import type { Oracle, Vec } from '../../src/lab/oracle.ts';
import type { Goal, Problem } from '../../src/lab/problem.ts';
import { random, type Random } from '../../src/lab/random.ts';
import { solve } from '../../src/lab/solve.ts';
import { randomLinear, twoLayers, uniforms } from './helpers.ts';

export const dimension = 30;
export const classes = 4;
export const count = 5;
export const radii: Readonly<Record<BallId, number>> = { linf: 0.1, l2: 0.5, l1: 2, l0: 4 };
export const oracles: Readonly<Record<string, Oracle>> = {
  'a linear network': randomLinear(dimension, classes, random('linear')),
  'two layers': twoLayers(dimension, 12, classes, random('layers')),
};

/** Pictures of every class, in black and white, to start from. */
const corners = uniforms(200 * dimension, random('corners')).map(Math.round);

/**
 * Settings under which the slow attacks show their laws in little time; an attack that is not here runs as it
 * is.
 */
export const brief: Readonly<Partial<Record<AttackId, object>>> = {
  apgd: { steps: 25 },
  'apgd-t': { steps: 12 },
  ascent: { steps: 100 },
  autoattack: { steps: 5, targets: 2, queries: 30 },
  boundary: { steps: 60, pictures: corners },
  'hop-skip-jump': { steps: 3, probes: 20, pictures: corners },
  nes: { queries: 800, pairs: 10 },
  simba: { queries: 200 },
  square: { queries: 200 },
  substitute: { noise: 60, hidden: [], rounds: 2 },
  'one-pixel': { population: 20, generations: 60 },
  'carlini-wagner': { searches: 4, steps: 40, rate: 0.1 },
  'fab-t': { steps: 12 },
  ddn: { steps: 30, gamma: 0.1 },
  // What only makes numbers larger cannot reach every goal of a linear network.
  jsma: { direction: 'both' },
  szegedy: { searches: 5, steps: 10 },
};

/** A batch some of whose numbers stand at the edge of the box, as a picture's black and white do. */
const pictures = (rows: number): Vec =>
  uniforms(rows * dimension, random('pictures'), -0.3, 1.3).map((value) => Math.min(1, Math.max(0, value)));

export const problemOf = (
  ball: Ball,
  kind: Goal['kind'],
  oracle: Oracle,
  rows = count,
  radius = radii[ball.id],
): Problem => ({
  oracle,
  x0: pictures(rows),
  goal: { kind, labels: Int32Array.from({ length: rows }, (_, i) => i % classes) },
  ball,
  radius,
  box: [0, 1],
});

const collect = async (steps: AsyncIterable<Step>): Promise<Step[]> => {
  const all: Step[] = [];
  for await (const step of steps) all.push(step);
  return all;
};

export type AnyAttack = Attack<object>;

/** Of these options those that the attack has. */
export const fitting = (attack: AnyAttack, options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([name]) => Object.hasOwn(attack.options, name)));

/**
 * Values that an option may have besides its default: every word, the other answer, the ends of its slider.
 */
const othersOf = (name: string, option: AnyOption): readonly unknown[] => {
  // How long the way is changes no law, only how long its test takes.
  if (['steps', 'searches', 'queries'].includes(name)) return [];
  if (option.kind === 'choice') return Object.keys(option.words).filter((word) => word !== option.default);
  // Pictures in 8 bits are a law of their own, for they need inputs that are such pictures.
  if (option.kind === 'toggle') return name === 'eightBits' ? [] : [!option.default];
  return option.kind === 'number' && option.control ? [option.control.min, option.control.max] : [];
};

/** Options under which an attack obeys its laws: its own, and with one of them changed. */
export const variantsOf = (attack: AnyAttack): readonly object[] => [
  {},
  ...Object.entries(attack.options).flatMap(([name, option]) =>
    othersOf(name, option).map((value) => ({ [name]: value })),
  ),
  ...('stride' in attack.options ? [{ stride: 3 }] : []),
];

export const path = (attack: AnyAttack, problem: Problem, options: object = {}, r: Random = random('path')) =>
  collect(solve(attack, problem, { options: { ...brief[attack.id as AttackId], ...options }, random: r }));
