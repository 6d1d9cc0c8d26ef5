import { expect, test } from 'vitest';
import { random, under } from '../../src/lab/random.ts';

const take = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);

test('the first numbers of a stream are these, now and in five years', () => {
  const r = random(1);
  expect(take(3, r.uniform)).toEqual([0.25583140132948756, 0.8812453630380332, 0.1734201975632459]);
  expect(r.normal()).toBe(0.588640570640564);
  expect(r.integer(10)).toBe(2);
  const named = random('digits').fork(3).fork('noise');
  expect(take(2, named.uniform)).toEqual([0.27160365763120353, 0.4002981800585985]);
});

test('the same seed gives the same stream, as a number or as text, and another seed another', () => {
  expect(take(50, random(7).normal)).toEqual(take(50, random('7').normal));
  expect(take(50, random(7).uniform)).not.toEqual(take(50, random(8).uniform));
});

test('a fork depends on seed and name alone, not on what was drawn before', () => {
  const used = random('a');
  take(10, used.normal);
  expect(take(20, used.fork('b').uniform)).toEqual(take(20, random('a').fork('b').uniform));
  expect(take(20, used.fork('b').uniform)).toEqual(take(20, random('a/b').uniform));
  const before = random('a');
  before.fork('b').uniform();
  expect(before.uniform()).toBe(random('a').uniform());
});

test('a stream under a name draws the same, and forks it once more by that name', () => {
  const named = under(random('a'), 'again');
  expect(take(5, named.uniform)).toEqual(take(5, random('a').uniform));
  expect(take(5, named.fork('b').normal)).toEqual(take(5, random('a/b/again').normal));
});

test('uniforms lie in [0, 1) and have the moments of a uniform', () => {
  const n = 200_000;
  const draws = take(n, random('uniform').uniform);
  expect(draws.every((u) => u >= 0 && u < 1)).toBe(true);
  // Five standard errors each.
  expect(Math.abs(draws.reduce((a, u) => a + u, 0) / n - 1 / 2)).toBeLessThan(5 * Math.sqrt(1 / 12 / n));
  expect(Math.abs(draws.reduce((a, u) => a + u * u, 0) / n - 1 / 3)).toBeLessThan(5 * Math.sqrt(4 / 45 / n));
});

test('normals have mean 0, variance 1, no skew, and the tails of a normal', () => {
  const n = 200_000;
  const draws = take(n, random('normal').normal);
  const moment = (k: number): number => draws.reduce((a, z) => a + z ** k, 0) / n;
  expect(Math.abs(moment(1))).toBeLessThan(5 * Math.sqrt(1 / n));
  expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
  expect(Math.abs(moment(3))).toBeLessThan(5 * Math.sqrt(15 / n));
  expect(Math.abs(moment(4) - 3)).toBeLessThan(5 * Math.sqrt(96 / n));
  const inside = draws.filter((z) => Math.abs(z) < 1.959964).length / n;
  expect(Math.abs(inside - 0.95)).toBeLessThan(5 * Math.sqrt((0.05 * 0.95) / n));
});

test('normals are exact in 32 bits', () => {
  expect(take(100, random(3).normal).every((z) => Math.fround(z) === z)).toBe(true);
});

test('whole numbers cover 0 to n − 1 evenly', () => {
  const counts = new Float64Array(7);
  const r = random('integers');
  for (let i = 0; i < 70_000; i++) {
    const k = r.integer(7);
    counts[k] = (counts[k] ?? NaN) + 1;
  }
  // χ² with 6 degrees of freedom exceeds 35 once in 200,000 seeds.
  expect(counts.reduce((a, c) => a + (c - 10_000) ** 2 / 10_000, 0)).toBeLessThan(35);
});

test('the first numbers of neighbouring seeds and of neighbouring forks are independent', () => {
  const n = 20_000;
  const root = random('root');
  for (const first of [(i: number) => random(i).uniform(), (i: number) => root.fork(i).uniform()]) {
    const draws = Array.from({ length: n }, (_, i) => 12 ** 0.5 * (first(i) - 0.5));
    const correlation = draws.reduce((a, u, i) => a + u * (draws[i + 1] ?? 0), 0) / n;
    expect(Math.abs(correlation)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(draws.reduce((a, u) => a + u, 0) / n)).toBeLessThan(5 / Math.sqrt(n));
    expect(new Set(draws).size).toBeGreaterThan(n - 5);
  }
});
