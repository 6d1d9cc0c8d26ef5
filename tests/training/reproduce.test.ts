import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Experiment } from '../../src/training/reproduce/experiment.ts';
import { experiments } from '../../src/training/reproduce/experiments/index.ts';
import { keptIn } from '../../src/training/reproduce/kept.ts';
import { inBand, mean, number, share, type Report } from '../../src/training/reproduce/row.ts';
import { table } from '../../src/training/reproduce/table.ts';
import { environment, root } from '../build.ts';

const reproduce = (...args: readonly string[]) =>
  spawnSync('tsx', ['src/training/reproduce/reproduce.ts', ...args], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });

const nowhere = path.join(tmpdir(), 'no', 'such', 'folder');

describe('The command that reproduces published numbers', () => {
  it('lists every experiment when asked for help', () => {
    const { status, stdout } = reproduce('--help');
    expect(status).toBe(0);
    for (const { id, title } of experiments) expect(stdout).toMatch(new RegExp(`${id} +${title}`));
  });

  it('passes a quick run without digits, and says loudly that it skipped all', () => {
    const { status, stdout } = reproduce('--quick', '--data', nowhere);
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^SKIPPED: all \d+ experiments, because .*\n$/),
    ]);
  });

  it.each([
    [['--data', nowhere], 'The digits are missing'],
    [['nonsense'], 'There is no experiment “nonsense”'],
    [['--nonsense'], '--nonsense'],
  ])('fails on %j with one line, before the usage if there is one', (args, line) => {
    const { status, stderr } = reproduce(...args);
    expect(status).not.toBe(0);
    expect(stderr.trim().split('\n\n')[0]?.split('\n')).toEqual([expect.stringContaining(line)]);
  });
});

describe('The experiments', () => {
  it('have ids of their own and titles', () => {
    expect(new Set(experiments.map(({ id }) => id)).size).toBe(experiments.length);
    for (const { title } of experiments) expect(title).not.toBe('');
  });
});

describe('What an interrupted run keeps', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
  mkdirSync(path.join(folder, 'lenet-f'));
  const weights = (text: string): void => {
    writeFileSync(path.join(folder, 'lenet-f', 'weights.bin'), text);
  };
  weights('before');
  const experiment: Experiment = {
    id: 'test-kept',
    title: 'Kept',
    seed: 1,
    needs: ['lenet-f'],
    quick: false,
    run: () => Promise.resolve([]),
  };
  const report: Report = { id: 'test-kept', title: 'Kept', seed: 1, rows: [share('half', 1, 2)] };
  afterAll(async () => (await keptIn(folder)).drop(experiment));

  it('is found again for the same code, nets and seed, and for no others', async () => {
    const kept = await keptIn(folder);
    expect(await kept.find(experiment)).toBeUndefined();
    await kept.keep(experiment, report);
    expect(await kept.find(experiment)).toEqual(report);
    expect(await kept.find({ ...experiment, seed: 2 })).toBeUndefined();
    weights('after');
    expect(await kept.find(experiment)).toBeUndefined();
    weights('before');
    await kept.drop(experiment);
    expect(await kept.find(experiment)).toBeUndefined();
  });
});

describe('A number beside the published one', () => {
  it('is where it must be at both ends of its band, and always without one', () => {
    const at = (value: number): boolean => inBand(number('n', value, 1, { band: [1, 2] }));
    expect([0.999, 1, 2, 2.001].map(at)).toEqual([false, true, true, false]);
    expect(inBand(number('n', 7, 1))).toBe(true);
  });

  it('has the interval that its spread gives it', () => {
    // Standard error of 1, 2, 3: 1/√3.
    const { value, interval } = mean('m', [1, 2, 3]);
    expect(value).toBe(2);
    expect(interval?.[1]).toBeCloseTo(2 + 1.959964 / Math.sqrt(3), 6);
    expect(interval?.[0]).toBeCloseTo(2 - 1.959964 / Math.sqrt(3), 6);
  });

  it('stands in the table with a mark where it is wrong, and with the band it has left', () => {
    const rows = [share('good', 1, 2, { band: [0.4, 0.6] }), share('bad', 1, 2, { band: [0.6, 0.7] })];
    const lines = table({ id: 't', title: 'Title', seed: 1, rows }).split('\n');
    expect(lines[0]).toBe('Title');
    expect(lines[1]).toMatch(/^ {2}ok good: 50\.00 %/);
    expect(lines[2]).toMatch(/^ {2}✗ {2}bad: 50\.00 % .*must lie in 60\.00 % to 70\.00 %$/);
  });
});
