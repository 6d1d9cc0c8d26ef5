import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Experiment, Laboratory } from '../../src/training/reproduce/experiment.ts';
import { autoAttackExperiment } from '../../src/training/reproduce/experiments/auto-attack.ts';
import { experiments } from '../../src/training/reproduce/experiments/index.ts';
import { keptIn } from '../../src/training/reproduce/kept.ts';
import { mean, share, type Report } from '../../src/training/reproduce/row.ts';
import { summary } from '../../src/training/reproduce/summary.ts';
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

describe('The parts of an experiment', () => {
  const experiment: Experiment = {
    id: 'test-parts',
    title: 'In parts',
    seed: 1,
    needs: [],
    quick: false,
    run: () => Promise.resolve([]),
  };

  it('are made once, each by its name, until the experiment is dropped', async () => {
    const kept = await keptIn(tmpdir());
    await kept.drop(experiment);
    const made: number[] = [];
    const part = (name: string, value: number) =>
      kept.partsOf(experiment)(name, z.number(), () => {
        made.push(value);
        return Promise.resolve(value);
      });
    expect([await part('a', 1), await part('b', 2), await part('a', 3)]).toEqual([1, 2, 1]);
    expect(await kept.partsOf({ ...experiment, seed: 2 })('a', z.number(), () => Promise.resolve(4))).toBe(4);
    await kept.drop({ ...experiment, seed: 2 });
    await kept.drop(experiment);
    expect(await part('a', 5)).toBe(5);
    await kept.drop(experiment);
    expect(made).toEqual([1, 2, 5]);
  });
});

describe('The experiment with AutoAttack', () => {
  it('counts what stands after each part, whatever batch it was in', async () => {
    // Of every 25 digits one was wrong before, one fell to each of three parts, and three to the last.
    const felled = ['nothing', 'apgd-ce', 'apgd-t', 'fab-t', 'square', 'square', 'square'];
    const by = Array.from({ length: 25 }, (_, i): unknown => felled[i] ?? null);
    const names: string[] = [];
    const lab = {
      quick: false,
      part: <T>(name: string, schema: z.ZodType<T>) => {
        names.push(name);
        return Promise.resolve(schema.parse({ by, doubts: [] }));
      },
    } as Partial<Laboratory> as Laboratory;
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const rows = await autoAttackExperiment.run(lab);
    const said = write.mock.calls.map(([line]) => String(line)).join('');
    write.mockRestore();
    expect(names).toEqual(Array.from({ length: 40 }, (_, k) => `digits-robust, from ${25 * k}`));
    expect(rows.map(({ value }) => value)).toEqual([0.96, 0.92, 0.88, 0.84, 0.72]);
    expect(rows.every(({ n }) => n === 1000)).toBe(true);
    expect(said).toMatch(
      /^AutoAttack on digits-robust: NOT TO BE TRUSTED\. An attack that sees no gradients .* 120 of 1000 pictures/,
    );
  });
});

describe('A number beside the published one', () => {
  it('has the interval that its spread gives it', () => {
    // Standard error of 1, 2, 3: 1/√3.
    const { value, interval } = mean('m', [1, 2, 3]);
    expect(value).toBe(2);
    expect(interval?.[1]).toBeCloseTo(2 + 1.959964 / Math.sqrt(3), 6);
    expect(interval?.[0]).toBeCloseTo(2 - 1.959964 / Math.sqrt(3), 6);
  });

  it('stands in the table with a mark where it is wrong or open, and with the bound it has left', () => {
    const published = { value: 0.9, source: 'a', status: 'C', comparison: 'recipe' } as const;
    const rows = [
      share('good', 1, 2, { bound: [0.4, 0.6] }),
      share('bad', 1, 2, { bound: [0.6, 0.7] }),
      share('open', 500, 1000, { published }),
    ];
    const report = { id: 't', title: 'Title', seed: 1, rows };
    const lines = table(report).split('\n');
    expect(lines[0]).toBe('Title');
    expect(lines[1]).toMatch(/^ {2}ok good: 50\.00 %/);
    expect(lines[2]).toMatch(/^ {2}✗ {2}bad: 50\.00 % .*its regression bound is 60\.00 % to 70\.00 %$/);
    expect(lines[3]).toMatch(/^ {2}\? {2}open: 50\.00 % .*published 90\.00 % \[C\]: elsewhere$/);
    expect(summary([report])).toEqual({
      lines: [
        'open: t, open',
        'WRONG: t, bad',
        'Of 1 published numbers 0 agree, 0 are near and 1 elsewhere; 0 more stand beside words.',
        '1 of 2 regression bounds hold; 3 numbers in all.',
      ],
      wrong: 1,
    });
    expect(summary([{ ...report, rows: [share('open', 500, 1000, { published })] }]).wrong).toBe(0);
  });
});
