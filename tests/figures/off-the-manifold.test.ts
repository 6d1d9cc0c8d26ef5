import { expect, test } from 'vitest';
import { classesOf, planePoints, type PlaneSetId } from '../../src/data/plane.ts';
import { distances, edge, lastEnd, side, type FarAwayFrame } from '../../src/figures/far-away/frame.ts';
import farAway from '../../src/figures/far-away/figure.ts';
import runFarAway from '../../src/figures/far-away/run.ts';
import { defaultState } from '../../src/figures/kit/contract/figure.ts';
import walkFigure from '../../src/figures/manifold-walk/figure.ts';
import type { ManifoldWalkFrame } from '../../src/figures/manifold-walk/frame.ts';
import runWalk from '../../src/figures/manifold-walk/run.ts';
import figure from '../../src/figures/tangent-normal/figure.ts';
import type { TangentNormalFrame } from '../../src/figures/tangent-normal/frame.ts';
import run from '../../src/figures/tangent-normal/run.ts';
import { random } from '../../src/lab/random.ts';
import { inner } from '../../src/lab/vec.ts';
import { nodeBench } from '../../src/training/node-bench.ts';

const bench = nodeBench();
const { signal } = new AbortController();

const last = async <Frame>(frames: AsyncGenerator<Frame, void>): Promise<Frame> => {
  let end: Frame | undefined;
  for await (const frame of frames) end = frame;
  if (end === undefined) throw new Error('no frame');
  return end;
};

test.each<PlaneSetId>(['moons', 'spirals', 'arcs'])(
  '%s fill the unit disc to its edge, all classes alike',
  (set) => {
    const { x, labels } = planePoints(set, 60, random(1));
    const radii = Array.from(labels, (_, i) => Math.hypot(x[2 * i] ?? 0, x[2 * i + 1] ?? 0));
    expect(Math.max(...radii)).toBeCloseTo(1, 6);
    for (let label = 0; label < classesOf(set); label++)
      expect(labels.filter((one) => one === label)).toHaveLength(60 / classesOf(set));
    expect(planePoints(set, 60, random(1))).toEqual({ x, labels });
  },
);

test('the rays and the far map, computed in two ways, say the same, and far out a ray is at its limit', async () => {
  const state = { ...defaultState(farAway), epochs: 40 };
  const { far, rays }: FarAwayFrame = await last(runFarAway(state, bench, signal));
  rays.forEach((ray, i) => {
    expect(ray.sure.at(-1)).toBeCloseTo(ray.limitSure, 6);
    // The pixel that the ray passes at 56 radii, and the confidence there.
    const distance = distances.findLastIndex((one) => one < far.reach * 0.6);
    const [x, y] = [Math.cos, Math.sin].map((f) => (distances[distance] ?? 0) * f((5 * i * Math.PI) / 180));
    const cell = (value: number): number => Math.floor(((value / far.reach + 1) / 2) * side);
    const at = cell(-(y ?? 0)) * side + cell(x ?? 0);
    if (lastEnd(ray) < 10 && (far.sure[at] ?? 0) === 255) {
      expect((far.says[at] ?? 0) % edge).toBe(ray.limit);
    }
  });
});

test('at every step the four walks are equally far from the start, but where the straight line has ended', async () => {
  const state = { ...defaultState(walkFigure), steps: 8 };
  const { paths }: ManifoldWalkFrame = await last(runWalk(state, bench, signal));
  const [manifold, straight, ...others] = paths.map(({ length }) => length);
  manifold?.forEach((far, step) => {
    for (const other of others) expect(other[step]).toBeCloseTo(far, 1);
    expect(straight?.[step]).toBeCloseTo(Math.min(far, manifold.at(-1) ?? 0), 1);
  });
});

test('the nudge is its two parts, which are at right angles, and the share is that of its square', async () => {
  const state = { ...defaultState(figure), steps: 5 };
  const frame: TangentNormalFrame = await last(run(state, bench, signal));
  const [nudge, along, across] = [frame.nudge, frame.along, frame.across].map((part) =>
    Float32Array.from(part),
  );
  if (nudge === undefined || along === undefined || across === undefined) throw new Error('no parts');
  nudge.forEach((value, i) => expect((along[i] ?? 0) + (across[i] ?? 0)).toBeCloseTo(value, 5));
  expect(inner(along, across)).toBeCloseTo(0, 4);
  expect(inner(along, along) / inner(nudge, nudge)).toBeCloseTo(frame.share, 5);
  for (const moved of frame.moved) expect(Math.abs(moved)).toBeLessThanOrEqual(state.reach + 1e-6);
});
