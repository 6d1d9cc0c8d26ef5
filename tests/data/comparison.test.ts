import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  inBound,
  isOpen,
  isWrong,
  kindOf,
  publishedRange,
  tallyOf,
  verdictOf,
} from '../../src/data/comparison.ts';
import { reportSchema, type Row } from '../../src/data/report.ts';
import { root } from '../build.ts';

const row = (rest: Partial<Row> = {}): Row => ({ name: 'error', value: 0.5, unit: 'share', n: 100, ...rest });
const beside = (published: Partial<NonNullable<Row['published']>>, rest: Partial<Row> = {}): Row =>
  row({ published: { value: 0.5, status: 'C', ...published }, ...rest });

describe('What kind of comparison a row is', () => {
  it.each([
    ['weights', beside({ status: 'M' })],
    ['other', beside({ status: 'M', comparison: 'other' })],
    ['other', beside({})],
    ['weights', beside({ comparison: 'weights' })],
    ['recipe', beside({ comparison: 'recipe' }, { bound: [0, 1] })],
    ['own', row({ bound: [0, 1] })],
    ['alone', row()],
  ] as const)('is %s', (kind, given) => expect(kindOf(given)).toBe(kind));
});

describe('Where a published number lies', () => {
  it.each([
    [undefined, row()],
    [undefined, beside({ value: 'about a half' })],
    [[0.3, 0.4], beside({ value: '30 to 40 %', range: [0.3, 0.4] })],
    // Wilson's interval of 50 of 100.
    [[0.4038, 0.5962], beside({ n: 100 })],
    // What is printed with one decimal or none is taken to be exact to two.
    [[0.495, 0.505], beside({})],
    [[74.995, 75.005], beside({ value: 75 }, { unit: 'number' })],
    [[0.0575, 0.0585], beside({ value: 0.058 }, { unit: 'number' })],
    [[0.84235, 0.84245], beside({ value: 0.8424 })],
  ] as const)('is %j', (range, given) => {
    const found = publishedRange(given);
    if (range === undefined) expect(found).toBeUndefined();
    else range.forEach((end, k) => expect(found?.[k]).toBeCloseTo(end, 4));
  });
});

describe('How our number stands to the published one', () => {
  it.each([
    ['agrees', 'the intervals overlap', beside({ value: 0.7, n: 50 }, { interval: [0.4, 0.6] })],
    ['near', 'they do not, two points apart', beside({ value: 0.52 }, { interval: [0.49, 0.51] })],
    ['near', 'exactly three points', beside({ value: 0.53 }, { interval: [0.49, 0.51] })],
    ['elsewhere', 'four points', beside({ value: 0.54 }, { interval: [0.49, 0.51] })],
    ['agrees', 'without an interval, the same digits', beside({ value: 0.5 }, { value: 0.5003 })],
    ['near', 'a tenth of another number', beside({ value: 10 }, { unit: 'number', value: 9 })],
    ['elsewhere', 'more than a tenth', beside({ value: 10 }, { unit: 'number', value: 8.9 })],
    [
      'agrees',
      'within a range',
      beside({ value: 'less than 3', range: [0, 3] }, { unit: 'number', value: 2 }),
    ],
    [
      'near',
      'above a range',
      beside({ value: 'less than 3', range: [0, 3] }, { unit: 'number', value: 3.2 }),
    ],
    ['elsewhere', 'below one', beside({ value: '60 to 70 %', range: [0.6, 0.7] })],
    ['words', 'no number', beside({ value: 'about a half' })],
    [undefined, 'nothing published', row({ bound: [0, 1] })],
  ] as const)('is %s: %s', (verdict, _, given) => expect(verdictOf(given)).toBe(verdict));

  it('is counted once for each published number, never for our own earlier ones', () => {
    const rows = [
      row({ bound: [0, 1] }),
      row(),
      beside({}),
      beside({ value: 0.52 }),
      beside({ value: 0.9 }),
      beside({ value: 0.1 }),
      beside({ value: 'a half' }),
    ];
    expect(tallyOf(rows)).toEqual({ agrees: 1, near: 1, elsewhere: 2, words: 1 });
  });
});

describe('What is wrong and what is open', () => {
  it('holds a number to both ends of its bound, and to nothing without one', () => {
    const at = (value: number): boolean => inBound(row({ value, bound: [1, 2] }));
    expect([0.999, 1, 2, 2.001].map(at)).toEqual([false, true, true, false]);
    expect(inBound(row({ value: 7 }))).toBe(true);
  });

  it.each([
    ['out of its bound', row({ bound: [0, 0.4] }), true, false],
    ['far from the same weights', beside({ value: 0.9, status: 'M' }), true, false],
    ['near the same weights', beside({ value: 0.52, status: 'M' }), false, false],
    ['far from the same recipe', beside({ value: 0.9, comparison: 'recipe' }), false, true],
    ['far from another net', beside({ value: 0.9 }), false, false],
  ] as const)('is told of a number %s', (_, given, wrong, open) =>
    expect([isWrong(given), isOpen(given)]).toEqual([wrong, open]),
  );
});

describe('The numbers in content/results/reproduction', () => {
  const folder = 'content/results/reproduction';
  const reports = globSync(`${folder}/*.json`, { cwd: root }).map((file) =>
    reportSchema.parse(JSON.parse(readFileSync(path.join(root, file), 'utf8'))),
  );
  const rows = reports.flatMap((report) => report.rows.map((each) => ({ id: report.id, ...each })));

  it('are none of them wrong', () => expect(rows.filter(isWrong)).toEqual([]));

  it('say what differs wherever they lie elsewhere', () => {
    const silent = rows.filter((each) => verdictOf(each) === 'elsewhere' && !each.differs);
    expect(silent.map(({ id, name }) => `${id}: ${name}`)).toEqual([]);
  });

  it('have intervals with a method, and as shares none beyond 0 and 1', () => {
    for (const { id, name, unit, interval, method } of rows) {
      expect([`${id}: ${name}`, method !== undefined]).toEqual([`${id}: ${name}`, interval !== undefined]);
      if (interval && unit === 'share') {
        expect(interval[0], `${id}: ${name}`).toBeGreaterThanOrEqual(0);
        expect(interval[1], `${id}: ${name}`).toBeLessThanOrEqual(1);
      }
    }
  });
});
