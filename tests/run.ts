import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { environment, root } from './build.ts';
import { needChromium } from '../src/training/browsers/chromium.ts';
import { engines } from '../src/training/browsers/engines.ts';
import { install } from '../src/training/browsers/programs.ts';
import { command } from '../src/training/command.ts';
import { dataSet } from '../src/training/data-folder.ts';

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

/**
 * Where a stage's commands print: at once, or, where another stage runs beside it, into a list for its end.
 */
type Printing = 'at once' | Buffer[];

const run = (printing: Printing, command: string, ...args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment,
      stdio: printing === 'at once' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    if (printing !== 'at once')
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => printing.push(chunk));
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });

type Stage = (printing: Printing) => Promise<Outcome>;

/** A command that passes or fails as a whole, counted as one. */
const check =
  (command: string, ...args: readonly string[]): Stage =>
  async (printing) =>
    (await run(printing, command, ...args))
      ? { passed: 1, failed: 0, skipped: [] }
      : { passed: 0, failed: 1, skipped: [] };

const read = (file: string): Report | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
};

/** The laws of attacks skip what an attack does not claim, and say why beside it: here they are counted. */
const laws = path.join('tests', 'lab', 'attacks.test.ts');

const skippedIn = ({ name, assertionResults }: Report['testResults'][number]): readonly string[] => {
  const names = assertionResults
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName);
  return name.endsWith(laws) && names.length > 0
    ? [`${names.length} laws that do not apply to an attack`]
    : names;
};

/**
 * The suites of one Vitest project, counted test by test; a file that cannot even be loaded counts as one
 * failure.
 */
const suites =
  (project: string): Stage =>
  async (printing) => {
    const file = path.join(root, 'test-results', `${project}.json`);
    rmSync(file, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const good = await run(
      printing,
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
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    );
    const failed = tests.filter(({ status }) => status === 'failed').length + broken.length;
    return {
      passed: report?.numPassedTests ?? 0,
      // Vitest also fails for reasons that belong to no test, such as an error after the last one.
      failed: Math.max(failed, good ? 0 : 1),
      skipped: results.flatMap(skippedIn),
    };
  };

/** The suites of a project that needs at least Chromium. */
const browserSuites =
  (project: string): Stage =>
  (printing) => {
    try {
      needChromium();
    } catch (error) {
      console.error((error as Error).message);
      return Promise.resolve({ passed: 0, failed: 1, skipped: [] });
    }
    return suites(project)(printing);
  };

/**
 * The quick reproduction of published numbers, counted as one check; it needs data sets that this repository
 * does not hold.
 */
const reproduction: Stage = async (printing) => {
  const missing = ['mnist', 'lenet-f', 'lenet-d'].filter((name) => !existsSync(dataSet(name)));
  const outcome = await check('tsx', 'src/training/reproduce/reproduce.ts', '--quick')(printing);
  const skipped = missing.map((name) => `published numbers that need ${dataSet(name)}, which is not there`);
  return missing.includes('mnist') && outcome.passed > 0
    ? { passed: 0, failed: 0, skipped }
    : { ...outcome, skipped };
};

interface Done extends Outcome {
  readonly name: string;
  readonly seconds: number;
}

/** Stages in turn; of those that run beside others, each prints all it has at its end. */
const inTurn = async (
  beside: boolean,
  stages: readonly (readonly [name: string, stage: Stage])[],
): Promise<readonly Done[]> => {
  const done: Done[] = [];
  for (const [name, stage] of stages) {
    const title = `\n── ${name} ${'─'.repeat(60 - name.length)}`;
    if (!beside) console.log(title);
    const start = performance.now();
    const printing: Printing = beside ? [] : 'at once';
    const outcome = await stage(printing);
    if (printing !== 'at once') process.stdout.write(`${title}\n${Buffer.concat(printing).toString()}`);
    done.push({ name, ...outcome, seconds: (performance.now() - start) / 1000 });
  }
  return done;
};

const usage = `npm test     types, lint, formatting, build, published numbers, unit and browser tests, and a count at the end

  Parts of it: npm run check, lint, test:unit, test:site, test:engines; a path after -- runs one file of tests
  EASILY_FOOLED_DATA, in the environment, is where data sets are (.data/)`;

command({ usage, options: {} }, async () => {
  mkdirSync(path.join(root, 'test-results'), { recursive: true });

  if (!install(engines.flatMap(({ programs }) => programs)))
    console.error(
      'Not every browser is here and none can be installed; what needs a missing one is skipped below.',
    );

  // Each of these keeps one core busy; the suites after them use two by themselves.
  const [checks, reproduced] = await Promise.all([
    inTurn(false, [
      ['Types', check('astro', 'check', '--minimumFailingSeverity', 'warning')],
      ['Lint', check('eslint', '--max-warnings', '0', '.')],
      ['Formatting', check('prettier', '--check', '--log-level', 'warn', '.')],
      ['Build', check('astro', 'build')],
    ]),
    inTurn(true, [['Reproduction (quick)', reproduction]]),
  ]);
  const built = checks.at(-1)?.failed === 0;
  const unbuilt: Stage = () =>
    Promise.resolve({ passed: 0, failed: 0, skipped: ['all browser tests, since the site does not build'] });
  const tested = await inTurn(false, [
    ['Unit tests', suites('unit')],
    ['Browser tests', built ? browserSuites('site') : unbuilt],
    ['Three engines', built ? browserSuites('engines') : unbuilt],
  ]);
  const outcomes = [...checks, ...reproduced, ...tested];

  console.log(`\n── Summary ${'─'.repeat(53)}`);
  for (const { name, passed, failed, seconds } of outcomes)
    console.log(`${name.padEnd(20)} ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)`);
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  for (const name of skipped) console.log(`SKIPPED: ${name}`);

  const sum = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const failed = sum((outcome) => outcome.failed);
  console.log(`\n${sum((outcome) => outcome.passed)} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});
