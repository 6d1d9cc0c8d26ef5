import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { command, say } from '../command.ts';
import { benchResult, type BenchResult } from '../results.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const site = path.join(repository, '.cache', 'bench');

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
);
const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Builds the page as the site is built, opens it in one Chromium, and returns what it measured. */
const measure = async (): Promise<BenchResult> => {
  const config = {
    configFile: false,
    root: path.join(repository, 'src', 'training', 'bench'),
    publicDir: path.join(repository, 'public'),
    logLevel: 'error',
    build: { outDir: site, emptyOutDir: true, chunkSizeWarningLimit: 4000 },
  } as const;
  await build(config);
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
  const browser = await chromium.launch({
    ...(installed !== undefined && { executablePath: installed }),
    args: ['--no-sandbox', ...quiet],
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    page.setDefaultTimeout(0);
    await page.waitForFunction(() => 'bench' in globalThis);
    const measured = await page.evaluate(() => (globalThis as unknown as { bench: Promise<unknown> }).bench);
    return benchResult.parse(measured);
  } finally {
    await browser.close();
    await server.close();
  }
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

command(async () => {
  const result = await measure();
  say(table(result));
  const file = path.join(repository, 'content', 'results', 'bench.json');
  await mkdir(path.dirname(file), { recursive: true });
  const written = JSON.stringify(
    result,
    (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value),
    2,
  );
  await writeFile(file, `${written}\n`);
  say('Wrote content/results/bench.json.');
});
