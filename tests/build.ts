import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

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

/** Builds the site into a folder below the root, and says whether it could; the reason why not is printed. */
export const build = (outDir = 'dist', base = process.env['BASE'] ?? '/'): boolean =>
  spawnSync('astro', ['build', '--outDir', outDir], {
    cwd: root,
    env: { ...environment, BASE: base },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).status === 0;

const newest = (file: string): number => {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))));
};

const sources = ['src', 'content', 'public', 'astro.config.mjs', 'package-lock.json'];

/** Whether dist/ holds a build that is newer than everything it is made from. */
export const isBuilt = (): boolean => {
  const built = newest(path.join(root, 'dist/index.html'));
  return built > 0 && sources.every((name) => newest(path.join(root, name)) <= built);
};
