import { expect, test } from 'vitest';
import { median } from '../../src/lab/statistics/median.ts';

test('the median is the middle number, or the mean of the middle two, in whatever order they come', () => {
  const numbers = [5, 1, 4, 2];
  expect([median(numbers), median([...numbers, 3]), median([7])]).toEqual([3, 3, 7]);
  expect(numbers).toEqual([5, 1, 4, 2]);
  expect(median([])).toBeNaN();
});
