import type { Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import { add, clip, mapped, row } from '../vec.ts';

/** One row's x0 + a perturbation brought back into the ball, brought back into the box. */
export const bring = (
  { ball, radius, box }: Pick<Problem, 'ball' | 'radius' | 'box'>,
  x0: Vec,
  perturbation: Vec,
): Vec =>
  // The box comes last: x0 is in it, so it only makes numbers of the perturbation smaller, and leaves no
  // ball.
  clip(add(x0, ball.project(perturbation, radius)), box);

/** Row by row: x0 + the perturbation asked for, brought back into ball and box. */
export const feasible = (problem: Problem, perturbation: (i: number, x0: Vec) => Vec): Vec => {
  const { dimension } = problem.oracle;
  const x = new Float32Array(problem.x0.length);
  for (let i = 0; i * dimension < x.length; i++) {
    const x0 = row(problem.x0, i, dimension);
    x.set(bring(problem, x0, perturbation(i, x0)), i * dimension);
  }
  return x;
};

/** A direction with zeros where the number is at the box's edge and could only leave it. */
export const free = (direction: Vec, x: Vec, [low, high]: Problem['box']): Vec =>
  mapped(direction, (value, j) => {
    const at = x[j];
    return (value > 0 && at >= high) || (value < 0 && at <= low) ? 0 : value;
  });
