import { unitBox } from '../box.ts';
import { inUnits, tangentPlane, toUnits, type Manifold } from '../geometry/manifold.ts';
import type { Vec } from '../oracle.ts';
import { drawn, throughManifold } from '../oracles/through-manifold.ts';
import type { Problem } from '../problem.ts';
import { row } from '../vec.ts';

/** A problem whose inputs are not pictures but the numbers they are drawn from. */
export interface LatentProblem {
  /** Any attack can be run on it. */
  readonly problem: Problem;
  /** The pictures of an iterate of such an attack, n·dimension numbers. */
  readonly pictures: (x: Vec) => Vec;
}

/**
 * The attack on the manifold (Stutz et al. 2019, equation 5): n latents of one manifold, each of their
 * numbers in units of its range, are moved within a ball and their bounds, so that every iterate is a picture
 * of the manifold. Which attack moves them is free; the paper takes L∞ and projected gradient descent.
 */
export const onManifold = (
  { oracle, goal, ball, radius }: Pick<Problem, 'oracle' | 'goal' | 'ball' | 'radius'>,
  manifold: Manifold,
  latents: Vec,
): LatentProblem => {
  const units = inUnits(manifold);
  const k = manifold.low.length;
  const x0 = new Float32Array(latents.length);
  for (let i = 0; i * k < latents.length; i++) x0.set(toUnits(manifold, row(latents, i, k)), i * k);
  return {
    problem: { oracle: throughManifold(oracle, units), x0, goal, ball, radius, box: unitBox },
    pictures: (x) => drawn(units, x),
  };
};

/**
 * The same in the plane that touches the manifold at one picture, the problem's only row: the perturbation is
 * confined to the directions in the columns of `jacobian`. Its size in L2 is that of the picture's
 * perturbation; the box is not kept.
 */
export const inTangent = (
  { oracle, x0, goal, ball, radius }: Omit<Problem, 'box'>,
  jacobian: Vec,
): LatentProblem => {
  const reach = Math.max(radius, Number.MIN_VALUE);
  const plane = tangentPlane(x0, jacobian, reach);
  return {
    problem: {
      oracle: throughManifold(oracle, plane),
      x0: new Float32Array(plane.low.length),
      goal,
      ball,
      radius,
      box: [-reach, reach],
    },
    pictures: (x) => drawn(plane, x),
  };
};
