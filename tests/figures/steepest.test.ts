import { expect, it } from 'vitest';
import {
  angleOf,
  gradientOf,
  moveOf,
  pointing,
  steepestOf,
  type Unit,
} from '../../src/figures/steepest/linear.ts';

const unit: Unit = { w: [1.6, -0.6], x: [0.3, 0.4], desired: -1 };
const all = Array.from({ length: 3600 }, (_, i) => pointing(i / 10));

it('gains ε times the dual norm along the steepest direction, and no direction gains more', () => {
  for (const [measure, dual] of [
    ['l2', Math.hypot(1.6, 0.6)],
    ['linf', 2.2],
  ] as const) {
    const best = moveOf(unit, steepestOf(unit, measure), 0.5, measure).rise;
    expect(best).toBeCloseTo(0.5 * dual, 6);
    for (const direction of all) expect(moveOf(unit, direction, 0.5, measure).rise).toBeLessThan(best + 1e-6);
  }
});

it('has a gradient that is the slope of the error, along w', () => {
  const [a, b] = gradientOf(unit);
  expect(angleOf([a, b])).toBeCloseTo(angleOf(unit.w), 6);
  const h = 1e-4;
  const error = (d: number): number => moveOf(unit, [d, 0], Math.abs(d), 'linf').error;
  expect((error(h) - error(-h)) / (2 * h)).toBeCloseTo(a, 3);
});
