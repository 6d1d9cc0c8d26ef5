import { defineAttack } from '../attack.ts';
import { decisionEar } from '../black-box/ears.ts';
import { interview, type QuerySearch } from '../black-box/interview.ts';
import { recent } from '../black-box/recent.ts';
import { approach, findStart, keepInEightBits } from '../black-box/start.ts';
import type { RowProblem } from '../optimise/lockstep.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { add, clip, inner, joined, length, mapped, subtract } from '../vec.ts';
import { number, type ValuesOf } from '../options.ts';
import { eightBits, pictures, queries, tries } from '../shared-options.ts';

const options = {
  /** Number of steps. */
  steps: number({ label: 'Steps', min: 0, max: 1e6, whole: true, default: 5000, live: 100_000 }),
  queries: queries(10_000),
  /** The first step around x0, as a share of the distance to it. */
  around: number({ label: 'First step around', min: 0, max: 1, default: 0.01 }),
  /** The first step towards x0, as a share of the distance to it. */
  towards: number({ label: 'First step inwards', min: 0, max: 1, default: 0.01 }),
  /** By which factor the steps grow or shrink. */
  adaptation: number({ label: 'Growth of the steps', min: 1, max: 100, default: 1.5 }),
  tries,
  eightBits,
  pictures,
};

export type BoundaryOptions = ValuesOf<typeof options>;

/** A random step around x0 on the sphere through x, by that share of the distance; then into the box. */
const sideways = ({ x0, box }: RowProblem, x: Vec, share: number, random: Random): Vec => {
  const outward = subtract(x, x0);
  const distance = length(outward);
  const noise = mapped(x, () => random.normal());
  const along = inner(noise, outward) / distance ** 2;
  const tangent = mapped(noise, (value, j) => value - along * outward[j]);
  // One number alone has nowhere to go but towards x0.
  const norm = length(tangent);
  const scale = norm === 0 ? 0 : (share * distance) / norm;
  const back = 1 / Math.sqrt(1 + share * share);
  return clip(
    mapped(x0, (value, j) => value + back * (outward[j] + scale * tangent[j])),
    box,
  );
};

/** From y so far towards x0 that it is nearer than x by that share of x's distance. */
const inwards = ({ x0, box }: RowProblem, x: Vec, y: Vec, share: number): Vec => {
  const wanted = (1 - share) * length(subtract(x, x0));
  const outward = subtract(y, x0);
  const factor = Math.min(1, wanted / length(outward));
  return clip(
    add(
      x0,
      mapped(outward, (value) => factor * value),
    ),
    box,
  );
};

function* search(one: RowProblem, options: BoundaryOptions, random: Random): QuerySearch<readonly boolean[]> {
  const start = yield* findStart(one, options, random);
  if (!start) return 'no-start';
  let x = yield* approach(one, start, 1e-3);
  let { around, towards } = options;
  const spheres = recent(100);
  const steps = recent(30);
  for (let k = 0; k < options.steps; k++) {
    const side = sideways(one, x, around, random);
    const there = inwards(one, x, side, towards);
    const test = k % 10 === 0;
    const answers = yield test ? joined([there, side]) : there;
    const holds = answers[0];
    if (test) {
      spheres.add(answers[1]);
      steps.add(holds);
      // Half of the steps around should have the goal, if the boundary there is as good as flat.
      const onSphere = spheres.share();
      if (onSphere !== undefined && (onSphere > 0.5 || onSphere < 0.2)) {
        const factor = onSphere > 0.5 ? options.adaptation : 1 / options.adaptation;
        around *= factor;
        towards *= factor;
        spheres.clear();
      }
      const inside = steps.share();
      if (inside !== undefined && (inside > 0.25 || inside < 0.1)) {
        towards *= inside > 0.25 ? options.adaptation : 1 / options.adaptation;
        steps.clear();
      }
    }
    if (holds) x = there;
    if (options.eightBits && (k % 200 === 199 || k === options.steps - 1)) yield* keepInEightBits(one, x);
  }
  return undefined;
}

/**
 * The boundary attack (Brendel, Rauber and Bethge 2018): from a picture that has the goal, random steps
 * around x0 on a sphere, each with a small step towards x0, taken where the goal still holds; the steps'
 * lengths follow how often it does. Knows labels only and seeks the smallest perturbation; a step shows x0
 * until one is found within the radius.
 */
export const boundary = defineAttack({
  id: 'boundary',
  title: 'Boundary attack',
  name: 'the boundary attack',
  listed: 'Boundary attack, by answers alone',
  source: 'brendel2018decision',
  knows: 'labels',
  balls: ['l2'],
  aim: 'seek',
  paced: 'queries',
  length: (chosen) => chosen.queries,
  options,
  run: (problem, options, random) =>
    interview(
      problem,
      {
        ...decisionEar,
        queries: options.queries,
        eightBits: options.eightBits && 'count',
        goesOn: true,
        search: (one, _, own) => search(one, options, own),
      },
      random,
    ),
});
