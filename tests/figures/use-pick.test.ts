import { expect, test } from 'vitest';
import { filled } from '../../src/figures/kit/live/use-pick.ts';

test('a click carries its place, from one end of each range to the other', () => {
  expect(filled('across={x:-1:1}&up={y:1:-1}', { x: 0.25, y: 1 })).toBe('across=-0.500&up=-1.000');
});

test('fields without a place stay as they are', () => {
  expect(filled('cell=3', { x: 0.2, y: 0.7 })).toBe('cell=3');
});
