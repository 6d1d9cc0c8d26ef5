import { expect, test } from 'vitest';
import { random } from '../../../src/lab/random.ts';
import { fourierImage } from '../../../src/lab/visualise/fourier-image.ts';
import { inner, normals } from '../helpers.ts';

test('the adjoint satisfies ⟨Ax, y⟩ = ⟨x, A′y⟩, and the first coefficient alone is an even picture', () => {
  const { draw, adjoint } = fourierImage([6, 9, 1]);
  const [x, y] = [normals(54, random(1)), normals(54, random(2))];
  expect(inner(draw(x), y)).toBeCloseTo(inner(x, adjoint(y)), 3);
  const even = draw(new Float32Array(54).fill(1, 0, 1));
  even.forEach((value) => expect(value).toBeCloseTo(9 / Math.sqrt(54), 5));
});
