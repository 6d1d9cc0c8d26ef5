import { describe, expect, it } from 'vitest';
import { counted, lineOf, reasons, standingOf, tallyWords } from '../../src/components/standing.ts';
import type { Report, Row } from '../../src/data/report.ts';

const row: Row = { name: 'error', value: 0.5, unit: 'share', n: 10 };
const beside = (value: number | string, rest: Partial<Row> = {}): Row => ({
  ...row,
  published: { value, status: 'C' },
  ...rest,
});
const report = (...rows: Row[]): Report => ({ id: 'a', title: 'A', seed: 1, rows });

describe('How an experiment stands, in words', () => {
  it.each([
    ['Nothing was published that these numbers could be compared with.', report(row)],
    ['Of 1 published number 1 agrees.', report(beside(0.5), row)],
    [
      'Of 4 published numbers 1 agrees, 2 are near, 1 is elsewhere. 1 number stands beside what the source says in words.',
      report(beside(0.5), beside(0.52), beside(0.48), beside(0.9), beside('a half')),
    ],
    [
      'Nothing was published that these numbers could be compared with. The regression bound holds.',
      report({ ...row, bound: [0, 1] }),
    ],
    [
      'Of 1 published number 1 is elsewhere. 1 of 2 regression bounds hold.',
      report(beside(0.9, { bound: [0, 0.4] }), { ...row, bound: [0, 1] }),
    ],
  ])('is %j', (sentence, given) => expect(standingOf(given)).toBe(sentence));

  it.each([
    ['1 number; none published', report(row)],
    ['2 numbers; 1 published: 1 agrees', report(beside(0.5), row)],
    ['2 numbers; 2 beside words', report(beside('a half'), beside('a half'))],
    ['2 numbers; 1 published: 1 is elsewhere; 1 beside words', report(beside(0.9), beside('a half'))],
  ])('fits a line: %s', (line, given) => expect(lineOf(given)).toBe(line));

  it('leaves out what does not occur', () => {
    expect(tallyWords({ agrees: 0, near: 0, elsewhere: 0, words: 3 })).toBe('');
    expect(counted({ agrees: 1, near: 2, elsewhere: 3, words: 4 })).toBe(6);
  });
});

describe('The reasons', () => {
  it('name each difference once, by experiment, and only of the kind and verdict asked for', () => {
    const small = beside(0.9, { differs: 'a small net' });
    const given = [report(small, small, beside(0.5, { differs: 'nothing' })), { ...report(row), id: 'b' }];
    expect(reasons(given, ['other'], 'elsewhere')).toEqual([
      { report: given[0], rows: [small, small], differs: ['a small net'] },
    ]);
    expect(reasons(given, ['weights', 'recipe'], 'elsewhere')).toEqual([]);
  });
});
