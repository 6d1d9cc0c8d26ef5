import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';

/** A program of the machine that tests use. */
export interface Program {
  /** Its name for people. */
  readonly title: string;
  /** The environment variable that names another one. */
  readonly variable: string;
  /** Names of its file in the usual folders. */
  readonly names: readonly string[];
  /** Patterns of whole paths where else it may be. */
  readonly elsewhere?: readonly string[];
  /** Debian's package of it. */
  readonly packages: readonly string[];
  /** What it answers to --version; left out for one that answers nothing of use. */
  readonly says?: RegExp;
}

const folders = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  ...(process.env['PATH'] ?? '').split(path.delimiter),
];

// A file of that name can be no more than a hint where to get the program (Ubuntu's is), so it is asked who
// it is.
const works = (file: string, says: RegExp | undefined): boolean =>
  existsSync(file) &&
  (says === undefined ||
    says.test(spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout));

/** Where a program is: the one its variable names, else the machine's; undefined where there is none. */
export const findProgram = ({ variable, names, elsewhere = [], says }: Program): string | undefined =>
  [
    process.env[variable] ?? '',
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
    ...elsewhere.flatMap((pattern) => globSync(pattern)),
  ].find((file) => works(file, says));

const run = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'inherit' })
    .status === 0;

/**
 * Installs Debian's packages of those programs that are missing, where we are root there; true where nothing
 * is missing.
 */
export const install = (programs: readonly Program[]): boolean => {
  const packages = programs
    .filter((program) => findProgram(program) === undefined)
    .flatMap((program) => program.packages);
  if (packages.length === 0) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Missing for the tests, so installing: apt-get install -y ${packages.join(' ')}`);
  run('apt-get', 'update');
  return run('apt-get', 'install', '-y', '--no-install-recommends', ...packages);
};
