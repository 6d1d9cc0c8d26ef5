import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeIdx, parseIdxNumbers } from '../../src/data/idx.ts';
import { defaultLatent, drawDigit } from '../../src/data/strokes/draw.ts';
import { png } from '../../src/figures/kit/drawing/png.ts';
import { flagsOf, taken, type Flags } from '../../src/training/attack/flags.ts';
import { readPictures } from '../../src/training/attack/pictures.ts';
import { standingAfter, summarise } from '../../src/training/attack/report.ts';
import { text } from '../../src/training/attack/text.ts';
import { given } from '../../src/training/command.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const model = path.join(root, 'public/models/digits-lenet/model.json');
let folder = '';
const at = (name: string): string => path.join(folder, name);

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Runs the command as a person would. */
const attack = (...args: readonly string[]): Promise<{ code: number; out: string; error: string }> =>
  new Promise((done) => {
    const all = ['node_modules/tsx/dist/cli.mjs', 'src/training/attack/attack.ts', ...args];
    execFile(process.execPath, all, { cwd: root }, (failure, out, error) => {
      done({ code: failure ? Number(failure.code) : 0, out, error });
    });
  });

const idxBytes = (sizes: readonly number[], bytes: readonly number[]): Uint8Array =>
  Uint8Array.from([0, 0, 8, sizes.length, ...sizes.flatMap((n) => [0, 0, n >> 8, n & 255]), ...bytes]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'attack-'));
  await mkdir(at('pictures'));
  for (const digit of digits) {
    const levels = Uint8Array.from(drawDigit(digit, 0, defaultLatent()), (value) => Math.round(255 * value));
    await writeFile(at(`pictures/${digit}.png`), png(levels, 28, 28, 1));
  }
  const lines = digits.map((digit) => `${digit},${digit}.png`);
  await writeFile(at('pictures/labels.csv'), `${['label,file', ...lines].join('\n')}\n`);
  await writeFile(at('bytes.idx.gz'), gzipSync(idxBytes([2, 2, 2], [0, 51, 102, 255, 1, 2, 3, 4])));
  await writeFile(at('two.idx'), idxBytes([2], [3, 1]));
  await writeFile(at('floats.idx'), encodeIdx([1, 2, 2], Float32Array.of(0, 0.5, 1, 1.5)));
});
afterAll(() => rm(folder, { recursive: true }));

const parseFlags = (args: readonly string[]): Flags => flagsOf(given(taken, args));

const least = ['--model', 'm', '--inputs', 'i', '--attack', 'pgd', '--epsilon', '0.5'];

describe('The flags of the command', () => {
  it('name every setting that attacks share, and any other by --option', () => {
    const rest = [
      '--steps',
      '7',
      '--step-size',
      '0.1',
      '--restarts',
      '2',
      '--no-random-start',
      '--option',
      'momentum=1',
    ];
    const flags = parseFlags([...least, ...rest]);
    expect(flags.options).toEqual({ steps: 7, stride: 0.2, restarts: 2, randomStart: false, momentum: 1 });
    expect(flags.unused).toEqual([]);
    expect(parseFlags([...least.with(5, 'fgsm'), '--steps', '7']).unused).toEqual(['steps']);
  });

  it.each([
    [['--ball', 'l3'], /--ball is “l3”; choose one of linf, l2, l1, l0/],
    [['--epsilon', 'much'], /--epsilon is “much”; it must be a number, 0 or more/],
    [['--limit', '0'], /--limit is “0”; it must be a whole number, 1 or more/],
    [['--range', '1,-1'], /--range is “1,-1”; write the values of black and white/],
    [['--option', 'strength=9'], /pgd has no setting “strength”; it has steps/],
    [['--option', 'randomStart=perhaps'], /The setting randomStart is “perhaps”; choose one of true, false/],
    [
      ['--attack', 'jsma', '--ball', 'l0', '--option', 'direction=round'],
      /The setting direction is “round”; choose one of up/,
    ],
    [['--gradient', 'steep'], /--gradient is “steep”; choose one of float32, exact/],
  ])('refuse %j in one sentence', (rest, why) => {
    expect(() => parseFlags([...least, ...rest])).toThrow(why);
  });

  it('say which one is missing', () =>
    expect(() => parseFlags(least.slice(2))).toThrow('--model is missing.'));
});

describe('The pictures of the command', () => {
  it('come from IDX files of bytes, packed or not, as shares of 255', async () => {
    const { x, labels } = await readPictures(at('bytes.idx.gz'), at('two.idx'), [2, 2, 1], Infinity);
    [0, 51, 102, 255].forEach((value, i) => expect(255 * (x[i] ?? NaN)).toBeCloseTo(value, 4));
    expect([...labels]).toEqual([3, 1]);
  });

  it('come from a folder of PNGs with its list, as grey', async () => {
    const { x, labels, names } = await readPictures(at('pictures'), undefined, [28, 28, 1], 4);
    expect([...labels]).toEqual([0, 1, 2, 3]);
    expect(names).toEqual(['0.png', '1.png', '2.png', '3.png']);
    expect(x).toHaveLength(4 * 784);
    drawDigit(1, 0, defaultLatent()).forEach((value, i) => expect(x[784 + i]).toBeCloseTo(value, 2));
  });

  it.each([
    [
      'pictures of another size',
      'bytes.idx.gz',
      'two.idx',
      [28, 28, 1],
      /pictures of 2 × 2, but the model reads 28 × 28/,
    ],
    ['pixels beyond 1', 'floats.idx', 'floats.idx', [2, 2, 1], /labels; take the pair|pixel of 1\.5/],
    ['other labels', 'bytes.idx.gz', 'floats.idx', [2, 2, 1], /has 2 pictures, but .* labels; take the pair/],
    [
      'no such file',
      'none.idx',
      'two.idx',
      [2, 2, 1],
      /There is nothing at .*none\.idx; check the path after --inputs/,
    ],
    [
      'a folder without a list',
      '.',
      undefined,
      [2, 2, 1],
      /There is no file .*labels\.csv; check the path after --labels/,
    ],
  ])('that are %s give one sentence', async (_, inputs, labels, shape, why) => {
    await expect(readPictures(at(inputs), labels && at(labels), shape, Infinity)).rejects.toThrow(why);
  });

  it('that leave 0 … 1 give one sentence', async () => {
    await writeFile(at('one.idx'), idxBytes([1], [3]));
    await expect(readPictures(at('floats.idx'), at('one.idx'), [2, 2, 1], Infinity)).rejects.toThrow(
      /Picture 0 of .* has a pixel of 1\.5; pixels must lie between 0 and 1/,
    );
  });
});

describe('The command', () => {
  it('attacks a folder of pictures and writes what came of it, to be read again', async () => {
    const flags = ['--epsilon', '0.2', '--steps', '10', '--no-random-start', '--json', '--out', at('out')];
    const run = await attack('--model', model, '--inputs', at('pictures'), '--attack', 'pgd', ...flags);
    expect([run.code, run.error]).toEqual([0, '']);
    const report = JSON.parse(run.out) as {
      readonly success: { readonly rate: number; readonly n: number };
      readonly size: { readonly linf: { readonly mean: number } };
      readonly perPicture: object;
      readonly images: readonly {
        readonly label: number;
        readonly after: number;
        readonly reached: boolean;
      }[];
    };
    expect(report.success.n).toBeGreaterThanOrEqual(9);
    expect(report.success.rate).toBeGreaterThanOrEqual(0.9);
    expect(report.size.linf.mean).toBeLessThanOrEqual(0.2 + 1e-6);
    expect(report.perPicture).toEqual({ queries: 1, gradients: 11 });
    for (const { label, after, reached } of report.images) expect(reached).toBe(label !== after);

    expect((await readdir(at('out'))).filter((name) => name.endsWith('.png'))).toHaveLength(10);
    const again = await readPictures(at('out'), undefined, [28, 28, 1], Infinity);
    const before = await readPictures(at('pictures'), undefined, [28, 28, 1], Infinity);
    const largest = Math.max(...again.x.map((value, i) => Math.abs(value - (before.x[i] ?? NaN))));
    expect(largest).toBeGreaterThan(0.15);
    expect(largest).toBeLessThanOrEqual(0.2 + 1e-6);
    const { sizes } = parseIdxNumbers(await readFile(at('out/unrounded.idx')), 'unrounded');
    expect(sizes).toEqual([10, 28, 28, 1]);
  });

  it('says of an attack in parts how many stand after each, and why that cannot be trusted', async () => {
    const fast = ['--steps', '3', '--option', 'targets=1', '--option', 'queries=300'];
    const settings = ['--attack', 'autoattack', '--epsilon', '0.16', '--limit', '10', ...fast];
    const { code, out, error } = await attack(
      '--model',
      model,
      '--inputs',
      at('pictures'),
      ...settings,
      '--json',
    );
    expect([code, error]).toEqual([0, '']);
    const report = JSON.parse(out) as {
      readonly errorUnrounded: { readonly rate: number };
      readonly parts: readonly { readonly part: string; readonly standing: { readonly rate: number } }[];
      readonly doubts: readonly string[];
    };
    expect(report.parts.map(({ part }) => part)).toEqual(['apgd-ce', 'apgd-t', 'fab-t', 'square']);
    const standing = report.parts.map(({ standing: { rate } }) => rate);
    expect(standing).toEqual(standing.toSorted((a, b) => b - a));
    expect(standing.at(-1)).toBeCloseTo(1 - report.errorUnrounded.rate, 9);
    expect(standing[0]).toBeLessThan(1);
    expect(report.doubts).toEqual([]);
  });

  it('says so in words', () => {
    const said = {
      ...summarise([], undefined),
      ...{ attack: 'autoattack', ball: 'linf', epsilon: 0.3, clipped: true, seconds: 1 },
      perPicture: { queries: 1, gradients: 1 },
      parts: standingAfter([], ['apgd-ce', 'square'], [], undefined),
      doubts: ['Its answers are random.'],
    };
    const lines = text(said).split('\n');
    expect(lines).toContain('  the goal not reached after square: none');
    expect(lines).toContain('NOT TO BE TRUSTED: Its answers are random.');
    expect(text({ ...said, doubts: [] })).not.toContain('TRUSTED');
  });

  it.each([
    ['an unknown flag', ['--strength', '3'], /^Unknown option '--strength'\.\n\nnpm run attack/],
    [
      'a missing file',
      ['--model', 'none.json', ...least.slice(2)],
      /^There is no file none\.json; check .*\n$/,
    ],
  ])('answers %s with one line and exit code 2', async (_, args, line) => {
    const { code, error } = await attack(...args);
    expect(code).toBe(2);
    expect(error).toMatch(line);
  });
});
