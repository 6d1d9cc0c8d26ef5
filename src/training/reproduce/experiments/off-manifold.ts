import { defaultLatent, digitManifold, sampleLatent, variants } from '../../../data/strokes.ts';
import type { Attack } from '../../../lab/attack.ts';
import { deepfool } from '../../../lab/attacks/deepfool.ts';
import { inTangent, onManifold } from '../../../lab/attacks/on-manifold.ts';
import { pgd } from '../../../lab/attacks/pgd.ts';
import { balls } from '../../../lab/balls/index.ts';
import { unitBox } from '../../../lab/box.ts';
import type { Manifold } from '../../../lab/geometry/manifold.ts';
import { manifoldDistance } from '../../../lab/geometry/manifold-distance.ts';
import { tangentNormal } from '../../../lab/geometry/tangent-normal.ts';
import type { Oracle, Vec } from '../../../lab/oracle.ts';
import type { Problem } from '../../../lab/problem.ts';
import { random } from '../../../lab/random.ts';
import { argmax, length, subtract } from '../../../lab/vec.ts';
import type { Experiment } from '../experiment.ts';
import { mean, share, type Row } from '../row.ts';

const seed = 1;
const source = 'stutz2019disentangling';

/** A digit with its place on the manifold. */
export interface Place {
  readonly digit: number;
  readonly manifold: Manifold;
  readonly latent: Vec;
  readonly x0: Vec;
}

/** The first n random stroke digits, ten classes in turn, that all the nets read rightly. */
export const places = async (nets: readonly Oracle[], n: number): Promise<readonly Place[]> => {
  const found: Place[] = [];
  for (let i = 0; found.length < n; i++) {
    const digit = i % 10;
    const { variant, latent } = sampleLatent(digit, random(seed).fork(i));
    const manifold = digitManifold(digit, variant);
    const x0 = manifold.draw(latent);
    const guesses = await Promise.all(nets.map(async (net) => argmax(await net.logits(x0))));
    if (guesses.every((guess) => guess === digit)) found.push({ digit, manifold, latent, x0 });
  }
  return found;
};

/** The last iterate of an attack, and what the net says of it. */
export const attacked = async <Options>(
  attack: Attack<Options>,
  problem: Problem,
  options: Partial<Options> = {},
): Promise<{ readonly x: Vec; readonly guess: number }> => {
  let [x, guess] = [problem.x0, -1];
  const all = { ...attack.defaults, ...options };
  for await (const step of attack.run(problem, all, random(seed))) [x, guess] = [step.x, argmax(step.logits)];
  return { x, guess };
};

/**
 * How far a picture is from every digit that can be written as its own is, and as the nearest way to write
 * its new class.
 */
const distanceOf = async (x: Vec, place: Place, guess: number): Promise<number> => {
  const charts = variants(guess).map((_, variant) => digitManifold(guess, variant));
  const start = defaultLatent();
  const gaps = charts.map((chart) => length(subtract(x, chart.draw(start))));
  const other = charts[gaps.indexOf(Math.min(...gaps))];
  let nearest = Infinity;
  for (const [manifold, from] of [
    [place.manifold, place.latent] as const,
    [other ?? place.manifold, start] as const,
  ]) {
    for await (const { distance } of manifoldDistance(manifold, x, [from], 15))
      nearest = Math.min(nearest, distance);
  }
  return nearest;
};

/**
 * Attacks on pictures of a known manifold: how far off it they lead, and what is left to attacks that must
 * stay on it.
 */
export const offManifold: Experiment = {
  id: 'off-manifold',
  title: 'Attacks and the manifold of stroke digits',
  seed,
  needs: [],
  quick: true,
  run: async (lab) => {
    const net = await lab.net('digits-lenet');
    const n = lab.quick ? 6 : 30;
    const digits = await places([net], n);
    const problemAt = ({ x0, digit }: Place, ball: Problem['ball'], radius: number): Problem => {
      return {
        oracle: net,
        x0,
        goal: { kind: 'leave', labels: Int32Array.of(digit) },
        ball,
        radius,
        box: unitBox,
      };
    };
    const regular = {
      'PGD, L∞, ε = 0.3': (place: Place) => attacked(pgd, problemAt(place, balls.linf, 0.3)),
      'DeepFool, L2': (place: Place) => attacked(deepfool, problemAt(place, balls.l2, 100)),
    };
    const rows: Row[] = [];
    for (const [name, attack] of Object.entries(regular)) {
      const ratios: number[] = [];
      const shares: number[] = [];
      for (const [i, place] of digits.entries()) {
        const { x, guess } = await attack(place);
        lab.progress(`${name}: ${i + 1} of ${n}`);
        if (guess === place.digit) continue;
        const perturbation = subtract(x, place.x0);
        ratios.push((await distanceOf(x, place, guess)) / length(perturbation));
        shares.push(tangentNormal(perturbation, place.manifold.jacobian(place.latent)).tangentShare);
      }
      rows.push(
        share(`${name}: fooled`, ratios.length, n),
        mean(`${name}: distance to the manifold over size of the perturbation`, ratios, {
          published: { value: 'about 1', source, status: 'C' },
          bound: [0.9, 1],
          differs: 'the manifold is known; published for its estimate by neighbours',
        }),
        mean(
          `${name}: tangent part of the perturbation’s squared length`,
          shares,
          { bound: [0, 0.2] },
          'share',
        ),
      );
    }

    const random2: number[] = [];
    for (const [i, place] of digits.entries()) {
      const noise = balls.l2.sampleOfSize(net.dimension, 1, random(seed).fork('noise').fork(i));
      random2.push(tangentNormal(noise, place.manifold.jacobian(place.latent)).tangentShare);
    }
    rows.push(mean('random direction: tangent part of its squared length', random2, {}, 'share'));

    const radius = 2;
    const counts = { anywhere: 0, tangent: 0, latent: 0 };
    for (const [i, place] of digits.entries()) {
      lab.progress(`on the manifold: ${i + 1} of ${n}`);
      const problem = problemAt(place, balls.l2, radius);
      const fooled = async (of: Problem): Promise<number> =>
        (await attacked(pgd, of)).guess === place.digit ? 0 : 1;
      counts.anywhere += await fooled(problem);
      counts.tangent += await fooled(inTangent(problem, place.manifold.jacobian(place.latent)).problem);
      const inLatent = { ...problem, ball: balls.linf, radius: 0.3 };
      counts.latent += await fooled(onManifold(inLatent, place.manifold, place.latent).problem);
    }
    rows.push(
      share(`PGD, L2, radius ${radius}, anywhere: fooled`, counts.anywhere, n),
      share(`the same, confined to the tangent: fooled`, counts.tangent, n),
      share('PGD on the manifold, 0.3 of each latent’s range: fooled', counts.latent, n),
    );
    return rows;
  },
};
