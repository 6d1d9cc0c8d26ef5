import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { toBase } from '../src/training/browsers/server.ts';
import { inGroups } from './page-groups.ts';

export const root = path.resolve(import.meta.dirname, '..');

// Vitest puts its own mode and base into the environment, and Astro would believe them.
const foreign = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'TEST', 'NODE_ENV'];

/** The environment of every child: the pinned Node first, no usage data sent from here. */
export const environment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !foreign.includes(name) && !name.startsWith('VITEST')),
  ),
  PATH: [path.join(root, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
};

/**
 * Builds the site into a folder below the root, and says whether it could; the reason why not is printed, and
 * of the log each group of pages in one line.
 */
export const build = async (outDir = 'dist', base = process.env['BASE'] ?? '/'): Promise<boolean> => {
  const child = spawn('astro', ['build', '--outDir', outDir], {
    cwd: root,
    env: { ...environment, BASE: base },
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false)).once('close', (code) => resolve(code === 0));
  });
  for await (const line of inGroups(createInterface({ input: child.stdout }))) console.log(line);
  return ended;
};

const newest = (file: string): number => {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))));
};

const sources = ['src', 'content', 'public', 'astro.config.mjs', 'package-lock.json'];

/**
 * Whether dist/ holds a build for the SITE and the BASE of the environment, newer than everything it is made
 * from.
 */
export const isBuilt = (): boolean => {
  const front = path.join(root, 'dist/index.html');
  const built = newest(front);
  if (built === 0 || sources.some((name) => newest(path.join(root, name)) > built)) return false;
  const address = new URL(toBase(process.env['BASE']), process.env['SITE'] ?? 'http://localhost:4321').href;
  return readFileSync(front, 'utf8').includes(`<link rel="canonical" href="${address}"`);
};
