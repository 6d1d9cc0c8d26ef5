import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { environment, root } from './build.ts';
import { needChromium } from './chromium.ts';

/** What came out of one stage: whole numbers of tests, and the sentences of what was skipped. */
interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

/** The part of Vitest's JSON report that is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const run = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { cwd: root, env: environment, stdio: 'inherit', shell: process.platform === 'win32' })
    .status === 0;

/** A command that passes or fails as a whole, counted as one. */
const check =
  (command: string, ...args: readonly string[]) =>
  (): Outcome =>
    run(command, ...args) ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };

const read = (file: string): Report | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
};

/** The suites of one Vitest project, counted test by test; a file that cannot even be loaded counts as one failure. */
const suites = (project: string) => (): Outcome => {
  const file = path.join(root, 'test-results', `${project}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const good = run(
    'vitest',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    project,
    '--allowOnly=false',
    ...reporters,
  );
  const report = read(file);
  const results = report?.testResults ?? [];
  const tests = results.flatMap(({ assertionResults }) => assertionResults);
  const broken = results.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = tests.filter(({ status }) => status === 'failed').length + broken.length;
  return {
    passed: report?.numPassedTests ?? 0,
    // Vitest also fails for reasons that belong to no test, such as an error after the last one.
    failed: Math.max(failed, good ? 0 : 1),
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map((test) => test.fullName),
  };
};

const browserTests = (): Outcome => {
  try {
    needChromium();
  } catch (error) {
    console.error((error as Error).message);
    return { passed: 0, failed: 1, skipped: [] };
  }
  return suites('site')();
};

/** The quick reproduction of published numbers, counted as one check; it needs test data that this repository does not hold. */
const reproduction = (): Outcome => {
  const data = path.join(root, '..', 'shared', 'data');
  const missing = ['mnist', 'lenet-f', 'lenet-d'].filter((name) => !existsSync(path.join(data, name)));
  const outcome = check('tsx', 'src/training/reproduce/reproduce.ts', '--quick', '--data', data)();
  const skipped = missing.map((name) => `published numbers that need ../shared/data/${name}, which is not here`);
  return missing.includes('mnist') && outcome.passed > 0 ? { passed: 0, failed: 0, skipped } : { ...outcome, skipped };
};

const stages: readonly (readonly [name: string, stage: () => Outcome])[] = [
  ['Types', check('astro', 'check', '--minimumFailingSeverity', 'warning')],
  ['Lint', check('eslint', '--max-warnings', '0', '.')],
  ['Formatting', check('prettier', '--check', '--log-level', 'warn', '.')],
  ['Unit tests', suites('unit')],
  ['Reproduction (quick)', reproduction],
  ['Build', check('astro', 'build')],
  ['Browser tests', browserTests],
];

mkdirSync(path.join(root, 'test-results'), { recursive: true });
const outcomes: (Outcome & { readonly name: string; readonly seconds: number })[] = [];
for (const [name, stage] of stages) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const start = performance.now();
  const built = outcomes.every((outcome) => outcome.name !== 'Build' || outcome.failed === 0);
  const outcome =
    name === 'Browser tests' && !built
      ? { passed: 0, failed: 0, skipped: ['all browser tests, since the site does not build'] }
      : stage();
  outcomes.push({ name, ...outcome, seconds: (performance.now() - start) / 1000 });
}

console.log(`\n── Summary ${'─'.repeat(53)}`);
for (const { name, passed, failed, seconds } of outcomes)
  console.log(`${name.padEnd(20)} ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)`);
const skipped = outcomes.flatMap((outcome) => outcome.skipped);
for (const name of skipped) console.log(`SKIPPED: ${name}`);

const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((total, outcome) => total + of(outcome), 0);
const failed = sum((outcome) => outcome.failed);
console.log(`\n${sum((outcome) => outcome.passed)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
