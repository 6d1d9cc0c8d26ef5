import fc from 'fast-check';
import { expect, test } from 'vitest';
import { random } from '../../../src/lab/random.ts';
import { fourierImage } from '../../../src/lab/visualise/fourier-image.ts';
import { throughMap, throughSigmoid } from '../../../src/lab/visualise/image-map.ts';
import { logitUnit, maximise } from '../../../src/lab/visualise/maximise.ts';
import { randomPose, warp, type Pose } from '../../../src/lab/visualise/warp.ts';
import { sigmoid } from '../../../src/lab/softmax.ts';
import { inner, normals, randomLinear, twoLayers, uniforms, vec } from '../helpers.ts';

const still: Pose = { right: 0, down: 0, scale: 1, degrees: 0 };
const size = [5, 7, 2] as const;
const pixels = 70;

test('in every pose the adjoint satisfies ⟨Ax, y⟩ = ⟨x, A′y⟩', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
      const r = random(seed);
      const { draw, adjoint } = warp(size, randomPose({ jitter: 3, scale: 0.4, degrees: 180 }, r));
      const [x, y] = [normals(pixels, r), normals(pixels, r)];
      expect(inner(draw(x), y)).toBeCloseTo(inner(x, adjoint(y)), 3);
    }),
  );
});

test('at rest nothing moves, whole shifts move whole pixels, a quarter turn turns, and growing keeps the middle', () => {
  const x = uniforms(pixels, random(1));
  expect(warp(size, still).draw(x)).toEqual(x);
  const line = [1, 4, 1] as const;
  expect(warp(line, { ...still, right: 1 }).draw(vec(1, 2, 3, 4))).toEqual(vec(0, 1, 2, 3));
  expect(warp([2, 2, 1], { ...still, degrees: 90 }).draw(vec(1, 2, 3, 4))).toEqual(vec(2, 4, 1, 3));
  expect(warp([1, 5, 1], { ...still, scale: 2 }).draw(vec(1, 2, 3, 4, 5))).toEqual(vec(2, 2.5, 3, 3.5, 4));
});

test('a colour picture has the spectrum of each of its channels', () => {
  const [grey, colour] = [fourierImage([4, 5, 1]), fourierImage([4, 5, 3])];
  const x = normals(60, random(2));
  const of = (all: Float32Array<ArrayBuffer>, channel: number) => all.filter((_, i) => i % 3 === channel);
  for (const channel of [0, 1, 2]) expect(of(colour.draw(x), channel)).toEqual(grey.draw(of(x, channel)));
  const y = normals(60, random(3));
  expect(inner(colour.draw(x), y)).toBeCloseTo(inner(x, colour.adjoint(y)), 3);
});

test('through spectrum, sigmoid and pose the gradient is the slope of the activation', async () => {
  const net = twoLayers(pixels, 6, 3, random('net'));
  const pose = warp(size, { right: 0.4, down: -1.2, scale: 1.1, degrees: 20 });
  const spectrum = fourierImage(size);
  const unit = throughMap(
    throughSigmoid(
      throughMap(logitUnit(net, 2), () => pose),
      [0, 1],
    ),
    () => spectrum,
  );
  const x = normals(2 * pixels, random('x'), 0.05);
  const { gradient } = await unit.activation(x);
  for (const j of [0, 1, 33, pixels + 8]) {
    const at = async (by: number): Promise<number> =>
      (await unit.activation(x.map((value, i) => value + (i === j ? by : 0)))).activation[
        Math.floor(j / pixels)
      ] as number;
    const slope = ((await at(2e-3)) - (await at(-2e-3))) / 4e-3;
    expect(Math.abs(slope - (gradient[j] as number))).toBeLessThan(0.02 + 0.02 * Math.abs(slope));
  }
});

test('seen in one pose after another, a unit is maximised in all of them; the same seed paints the same picture', async () => {
  const unit = logitUnit(randomLinear(pixels, 2, random('linear')), 1);
  const spectrum = fourierImage(size);
  const paint = async () => {
    const r = random('poses');
    const posed = throughMap(unit, () => warp(size, randomPose({ jitter: 1, scale: 0.1, degrees: 10 }, r)));
    const painted = throughMap(throughSigmoid(posed, [0, 1]), () => spectrum);
    let x = normals(pixels, random('start'), 0.01);
    for await (const step of maximise(painted, x, { steps: 60, rate: 0.05, decay: 0, adam: true }))
      x = step.x;
    return spectrum.draw(x).map(sigmoid);
  };
  const picture = await paint();
  expect(await paint()).toEqual(picture);
  const grey = new Float32Array(pixels).fill(0.5);
  const activationOf = async (x: typeof picture) => (await unit.activation(x)).activation[0] as number;
  const poses = Array.from({ length: 5 }, (_, i) =>
    randomPose({ jitter: 1, scale: 0.1, degrees: 10 }, random(i)),
  );
  for (const pose of poses) {
    const { draw } = warp(size, pose);
    expect(await activationOf(draw(picture))).toBeGreaterThan(await activationOf(draw(grey)));
  }
});
