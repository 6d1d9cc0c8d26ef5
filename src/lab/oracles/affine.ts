import type { Oracle, Vec } from '../oracle.ts';
import { mapped } from '../vec.ts';
import { askedAt } from './asked-at.ts';

/**
 * The same model asked about scale·x + shift, its gradients those in x: for nets that want a mean subtracted,
 * or pixels of another range than 0 … 1. The shift is one number, or one for each number of a row.
 */
export const affine = (
  oracle: Oracle,
  { scale = 1, shift = 0 }: { scale?: number; shift?: number | Vec },
): Oracle => {
  const { dimension } = oracle;
  const constant = typeof shift === 'number' ? shift : 0;
  const rows = typeof shift === 'number' ? undefined : shift;
  const moved = (x: Vec): Vec =>
    mapped(x, (value, i) => scale * value + (rows ? rows[i % dimension] : constant));
  const scaled = (_: Vec, gradient: Vec): Vec =>
    scale === 1 ? gradient : mapped(gradient, (value) => scale * value);
  return askedAt(oracle, moved, scaled);
};

/** The model for pixels in 0 … 1 of one that wants them from `low` to `high`. */
export const ranged = (oracle: Oracle, [low, high]: readonly [low: number, high: number]): Oracle =>
  low === 0 && high === 1 ? oracle : affine(oracle, { scale: high - low, shift: low });
