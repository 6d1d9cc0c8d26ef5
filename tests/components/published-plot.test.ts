import { describe, expect, it } from 'vitest';
import { kindOf, pairsOf } from '../../src/components/published-plot.tsx';
import type { Report, Row } from '../../src/data/report.ts';

const row: Row = { name: 'error', value: 0.5, unit: 'share', n: 10, published: { value: 0.4, status: 'M' } };
const report = (...rows: Row[]): Report => ({ id: 'a', title: 'A', seed: 1, rows });

describe('The published shares beside ours', () => {
  it('are those rows that have one number of both', () => {
    const words: Row = { ...row, published: { value: 'about 40 %', status: 'C' } };
    const steps: Row = { ...row, unit: 'number' };
    const alone: Row = { name: 'error', value: 0.5, unit: 'share', n: 10 };
    expect(pairsOf([report(row, words, steps, alone)]).map((pair) => [pair.row, pair.published])).toEqual([
      [row, 0.4],
    ]);
  });

  it('are told apart by weights, and by whether they lie in their band', () => {
    const rows: Row[] = [
      row,
      { ...row, published: { value: 0.4, status: 'C' } },
      { ...row, band: [0, 0.5] },
      { ...row, band: [0, 0.4] },
    ];
    expect(pairsOf([report(...rows)]).map(kindOf)).toEqual(['same', 'other', 'same', 'missed']);
  });
});
