import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import { wilson } from '../../lab/statistics/interval.ts';
import { median } from '../../lab/statistics/median.ts';
import { row } from '../../lab/vec.ts';
import type { BackendId } from '../../nets/net.ts';
import { registry } from '../../nets/registry.ts';
import { mobilenetFolder, photographsIn } from '../photographs.ts';
import { benchMobilenet, type BenchMobilenet } from './results.ts';
import { towards } from '../targeted.ts';
import { inChromium } from './browser.ts';
import type { MobilenetPage } from './mobilenet/page.ts';

/** A graphics card computed by the processor: WebGL also where there is none. */
const software = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

/** What to measure, on what. */
export interface Trial {
  /** The folder of data sets. */
  readonly data: string;
  readonly backends: readonly BackendId[];
  /** The first of the pictures; all unless given. */
  readonly pictures?: number;
  readonly steps?: number;
  /** Rounds of timing. */
  readonly rounds?: number;
  /** Take what an interrupted run of the same code has finished as it is. */
  readonly resume?: boolean;
  readonly onPicture?: (backend: BackendId, done: number, all: number) => void;
}

type Attacked = Awaited<ReturnType<MobilenetPage['attack']>>;
type Timed = Awaited<ReturnType<MobilenetPage['time']>>;
type Pictures = Awaited<ReturnType<typeof photographsIn>>;

const summary = (timed: Timed, all: readonly Attacked[]): BenchMobilenet['backends'][string] => {
  const hits = all.filter(({ reached }) => reached.outcome === 'reached');
  return {
    ...timed,
    attack: median(all.map(({ took }) => took)),
    success: { n: all.length, correct: hits.length, ...wilson(hits.length, all.length) },
    confidence: hits.reduce((sum, { reached }) => sum + reached.confidence, 0) / Math.max(1, hits.length),
    largest: Math.max(...all.map(({ reached }) => reached.size)),
  };
};

/**
 * The folder of data sets stands in for the net's public address, and gives the pictures, one byte a number.
 */
const serveData = async (page: Page, data: string, { x, labels }: Pictures): Promise<void> => {
  const published = registry['imagenet-mobilenet']?.onDemand?.address ?? '';
  const nameOf = (url: string): string => path.posix.basename(new URL(url).pathname);
  await page.route(`${published}*`, async (route) => {
    const body = await readFile(path.join(data, mobilenetFolder, nameOf(route.request().url())));
    await route.fulfill({ body, headers: { 'access-control-allow-origin': '*' } });
  });
  await page.route('**/pictures/*', async (route) => {
    const pixels = row(x, Number(nameOf(route.request().url())), x.length / labels.length);
    await route.fulfill({ body: Buffer.from(pixels.map((value) => value * 255)) });
  });
};

type Offering = typeof globalThis & { readonly mobilenet: MobilenetPage };

const pageOf = (page: Page) => ({
  time: (rounds: number): Promise<Timed> =>
    page.evaluate((n) => (globalThis as Offering).mobilenet.time(n), rounds),
  attack: (place: number, label: number, setting: typeof towards): Promise<Attacked> =>
    page.evaluate(([i, k, how]) => (globalThis as Offering).mobilenet.attack(i, k, how), [
      place,
      label,
      setting,
    ] as const),
});

/**
 * MobileNet in Chromium, on each of the backends: what it costs, and how many photographs are led to their
 * random class.
 */
export const measureMobilenet = async (repository: string, trial: Trial): Promise<BenchMobilenet> => {
  const setting = { ...towards, steps: trial.steps ?? towards.steps };
  const pictures = await photographsIn(trial.data, trial.pictures);
  const outDir = path.join(repository, '.cache', 'bench-mobilenet');
  const config = {
    configFile: false,
    root: path.join(repository, 'src', 'training', 'bench', 'mobilenet'),
    publicDir: false,
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 4000 },
  } as const;
  await build(config);
  // The name of the script ends in a hash of all that it is made from.
  const script =
    (await readdir(path.join(outDir, 'assets'))).find((name) => /^index-.*\.js$/.test(name)) ?? '';
  const kept = path.join(repository, '.cache', 'bench-mobilenet-kept', `${script}-${setting.steps}`);

  const onBackend = async (page: Page, address: string, backend: BackendId) => {
    await page.goto(`${address}?backend=${backend}`);
    await page.waitForFunction(() => 'mobilenet' in globalThis);
    const { time, attack } = pageOf(page);
    const timed = await time(trial.rounds ?? 5);
    await mkdir(path.join(kept, backend), { recursive: true });
    const all: Attacked[] = [];
    for (const [place, label] of pictures.labels.entries()) {
      const file = path.join(kept, backend, `${place}.json`);
      const earlier = trial.resume ? await readFile(file, 'utf8').catch(() => undefined) : undefined;
      const found =
        earlier === undefined ? await attack(place, label, setting) : (JSON.parse(earlier) as Attacked);
      await writeFile(file, JSON.stringify(found));
      all.push(found);
      trial.onPicture?.(backend, place + 1, pictures.labels.length);
    }
    return summary(timed, all);
  };

  return inChromium(
    config,
    async (page, address) => {
      await serveData(page, trial.data, pictures);
      const backends: Record<string, BenchMobilenet['backends'][string]> = {};
      // A page of its own each: a backend that has been started stays.
      for (const backend of trial.backends) backends[backend] = await onBackend(page, address, backend);
      return benchMobilenet.parse({
        experiment: 'bench-mobilenet',
        net: 'imagenet-mobilenet',
        ...setting,
        backends,
      });
    },
    software,
  );
};
