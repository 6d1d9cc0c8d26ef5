import { expect, test } from 'vitest';
import { cutTo, ems, wrapTo } from '../../src/figures/kit/drawing/ems.ts';

test('names are broken between words, and only words that are too wide are cut', () => {
  expect(wrapTo('banana', 6)).toEqual(['banana']);
  expect(wrapTo('pumpkin lantern', 6)).toEqual(['pumpkin', 'lantern']);
  expect(wrapTo('king penguin of ice', 8)).toEqual(['king penguin', 'of ice']);
  for (const line of wrapTo('chainlink fence', 3)) expect(ems(line)).toBeLessThanOrEqual(3);
  expect(wrapTo('locomotive', 3)).toEqual([cutTo('locomotive', 3)]);
});
