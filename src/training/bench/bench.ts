import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { figureSlugs } from '../../figures/registry.ts';
import { readerError } from '../../lab/reader-error.ts';
import { command, known, progress, say } from '../command.ts';
import { dataFolder, dataUsage } from '../data-folder.ts';
import { mobilenetFolder, samplesFolder } from '../photographs.ts';
import {
  benchEngines,
  benchFigures,
  benchResult,
  type BenchLaboratory,
  type BenchMobilenet,
  type BenchResult,
} from './results.ts';
import { inChromium } from './browser.ts';
import { measureEngines } from './engines.ts';
import { measureFigures, type Measured } from './figures.ts';
import { measureLaboratory } from './laboratory.ts';
import { measureMobilenet } from './mobilenet.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const site = path.join(repository, '.cache', 'bench');

/** Builds the page as the site is built, opens it in one Chromium, and returns what it measured. */
const measureKernels = async (): Promise<BenchResult> => {
  const config = {
    configFile: false,
    root: path.join(repository, 'src', 'training', 'bench'),
    publicDir: path.join(repository, 'public'),
    logLevel: 'error',
    build: { outDir: site, emptyOutDir: true, chunkSizeWarningLimit: 4000 },
  } as const;
  await build(config);
  return inChromium(config, async (page, address) => {
    await page.goto(address);
    await page.waitForFunction(() => 'bench' in globalThis);
    const measured = await page.evaluate(
      () => (globalThis as typeof globalThis & { bench: Promise<unknown> }).bench,
    );
    return benchResult.parse(measured);
  });
};

const rounded = (value: number): number => Number(value.toPrecision(4));

const table = ({ batches }: BenchResult): string => {
  const ms = (value: number): string => `${value.toPrecision(3)} ms`.padStart(10);
  const rows = Object.values(batches).map(
    ({ batch, forward, gradient, speedup, passes }) =>
      `${String(batch).padStart(5)} ${ms(forward.stock)} ${ms(forward.ours)} ${ms(gradient.stock)} ${ms(gradient.ours)} ` +
      `${passes.stock.toFixed(1).padStart(7)} ${passes.ours.toFixed(1).padStart(7)} ${`${speedup.toFixed(2)}×`.padStart(8)}`,
  );
  return [
    '        forward pass          input gradient        in forward passes',
    'batch      stock       ours      stock       ours    stock    ours  speed-up',
    ...rows,
  ].join('\n');
};

const figuresFile = path.join(repository, 'content', 'results', 'bench-figures.json');

const figuresHead = 'figure           first frame:  cold    cached  per step   longest task    cancel';

const figureRow = (
  slug: string,
  { firstFrameCold, firstFrameCached, perStep, longestTask, cancel }: Measured,
): string => {
  const ms = (value: number | null): string =>
    (value === null ? 'done' : `${value.toFixed(value < 10 ? 1 : 0)} ms`).padStart(10);
  return `${slug.padEnd(24)}${ms(firstFrameCold)}${ms(firstFrameCached)}${ms(perStep)}     ${ms(longestTask)}${ms(cancel)}`;
};

const needSite = (): void => {
  if (!existsSync(path.join(repository, 'dist', 'index.html')))
    throw readerError('There is no dist/ to measure figures on; run “npm run build” first.');
};

const enginesMeasured = async (): Promise<void> => {
  needSite();
  say('engine     figure                 first frame  per step   computed by');
  const ms = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} ms`).padStart(11);
  const engines = await measureEngines(repository, (engine, slug, { firstFrame, perStep, backend }) =>
    say(`${engine.padEnd(11)}${slug.padEnd(22)}${ms(firstFrame)}${ms(perStep)}   ${backend ?? 'no network'}`),
  );
  await save('bench-engines', benchEngines.parse({ experiment: 'bench-engines', engines }));
};

/**
 * Measures those figures, all of them if none is named, a line for each as soon as it is done; a named one
 * takes its place among what is stored.
 */
const figuresMeasured = async (named: readonly string[]): Promise<void> => {
  needSite();
  const before =
    named.length === 0 ? {} : benchFigures.parse(JSON.parse(await readFile(figuresFile, 'utf8'))).figures;
  const failures: string[] = [];
  say(figuresHead);
  const found = await measureFigures(repository, named.length === 0 ? figureSlugs : named, (slug, result) => {
    if ('failure' in result) failures.push(`${slug}: ${result.failure}`);
    say('failure' in result ? `${slug.padEnd(24)}FAILED: ${result.failure}` : figureRow(slug, result));
  });
  const all = { ...before, ...found };
  const figures = Object.fromEntries(figureSlugs.flatMap((slug) => (all[slug] ? [[slug, all[slug]]] : [])));
  await save('bench-figures', benchFigures.parse({ experiment: 'bench-figures', figures }));
  if (failures.length > 0) throw readerError(`Not measured:\n${failures.join('\n')}`);
};

const laboratoryTable = ({ evolution, attacks }: BenchLaboratory): string =>
  [
    'evolution        pictures a second   the net alone   ratio',
    ...Object.entries(evolution).map(
      ([encoding, { evolved, forward, ratio }]) =>
        `${encoding.padEnd(12)}${evolved.toFixed(0).padStart(24)}${forward.toFixed(0).padStart(16)}${ratio.toFixed(2).padStart(8)}`,
    ),
    'attack                          per picture   success',
    ...Object.values(attacks).map(
      ({ title, perPicture, success }) =>
        `${title.padEnd(28)}${`${perPicture.toPrecision(3)} ms`.padStart(15)}${`${(100 * success).toFixed(0)} %`.padStart(10)}`,
    ),
  ].join('\n');

const save = async (name: string, result: unknown): Promise<void> => {
  const file = path.join(repository, 'content', 'results', `${name}.json`);
  await mkdir(path.dirname(file), { recursive: true });
  const round = (_: string, value: unknown) => (typeof value === 'number' ? rounded(value) : value);
  await writeFile(file, `${JSON.stringify(result, round, 2)}\n`);
  say(`Wrote content/results/${name}.json.`);
};

const mobilenetTable = ({ backends }: BenchMobilenet): string => {
  const ms = (value: number): string => `${value.toFixed(0)} ms`.padStart(11);
  const rows = Object.entries(backends).map(
    ([id, { forward, gradient, attack, success, confidence }]) =>
      `${id.padEnd(8)}${ms(forward)}${ms(gradient)}${ms(attack)}   ${success.correct} of ${success.n}, ${(100 * confidence).toFixed(1)} % sure`,
  );
  return ['backend     forward   gradient     attack   target reached', ...rows].join('\n');
};

/** The folder of data sets, if it has MobileNet and its pictures; else a reader error. */
const withMobilenet = (data: string): string => {
  const missing = [mobilenetFolder, samplesFolder].find((name) => !existsSync(path.join(data, name)));
  if (missing === undefined) return data;
  throw readerError(`There is no ${missing} in ${data}; name a folder that has it with --data.`);
};

const onPicture = (backend: string, done: number, all: number): void =>
  progress(`MobileNet on ${backend}: ${done} of ${all} pictures`);

const parts = ['kernels', 'figures', 'engines', 'laboratory', 'mobilenet'] as const;

const usage = `npm run bench [-- <part>…]     how fast things are, into content/results; without a part, all but mobilenet

  kernels           gradients, in Chromium on WebAssembly
  figures [<slug>…] first frames and steps of figures in Chromium; needs dist/
  engines           the same of some in Chromium, Firefox and WebKit; needs dist/
  laboratory        evolution and attacks, on WebAssembly in Node
  mobilenet         on WebAssembly and WebGL in Chromium: an hour where a processor plays the graphics card
  ${dataUsage}: MobileNet and its pictures`;

command(
  { usage, words: true, options: { data: { type: 'string' } } },
  async ({ values, positionals: asked }) => {
    const names: readonly string[] = asked.includes('figures') ? [...parts, ...figureSlugs] : parts;
    for (const name of asked) known('part', name, names);
    if (asked.length === 0 || asked.includes('kernels')) {
      const result = await measureKernels();
      say(table(result));
      await save('bench', result);
    }
    if (asked.length === 0 || asked.includes('figures')) {
      await figuresMeasured(asked.filter((name) => figureSlugs.includes(name)));
    }
    if (asked.length === 0 || asked.includes('engines')) await enginesMeasured();
    if (asked.length === 0 || asked.includes('laboratory')) {
      const result = await measureLaboratory();
      say(laboratoryTable(result));
      await save('bench-laboratory', result);
    }
    if (asked.includes('mobilenet')) {
      const result = await measureMobilenet(repository, {
        data: withMobilenet(dataFolder(values.data)),
        backends: ['wasm', 'webgl'],
        resume: true,
        onPicture,
      });
      say(mobilenetTable(result));
      await save('bench-mobilenet', result);
    }
  },
);
