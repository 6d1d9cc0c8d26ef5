import { describe, expect, it } from 'vitest';
import { labelOf, pairsOf } from '../../src/components/published-plot.tsx';
import type { Report, Row } from '../../src/data/report.ts';

const row: Row = { name: 'error', value: 0.5, unit: 'share', n: 10, published: { value: 0.4, status: 'M' } };
const words: Row = { ...row, published: { value: 'about 40 %', status: 'C' } };
const alone: Row = { name: 'error', value: 0.5, unit: 'share', n: 10 };
const report = (...rows: Row[]): Report => ({ id: 'a', title: 'A', seed: 1, rows });

describe('The published shares beside ours', () => {
  it('are those rows that have one number of both, each with where it stands', () => {
    const steps: Row = { ...row, unit: 'number' };
    const pairs = pairsOf([report(words, row, steps, alone)]);
    expect(pairs.map((pair) => [pair.row, pair.published, pair.path])).toEqual([
      [row, 0.4, '/results/a/#row-2'],
    ]);
  });

  it('are labelled with what they are, both numbers, and how they stand', () => {
    const [pair] = pairsOf([report(row)]);
    expect(pair && labelOf(pair)).toBe(
      'A: error. Here 50.0\u202f%, published 40.0\u202f%; same weights: is elsewhere',
    );
  });
});
