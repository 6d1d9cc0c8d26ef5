import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isReaderError, readerError } from '../../lab/reader-error.ts';
import { command, known, say } from '../command.ts';
import { dataFolder, dataUsage } from '../data-folder.ts';
import type { Experiment, Laboratory } from './experiment.ts';
import { experiments } from './experiments/index.ts';
import { keptIn } from './kept.ts';
import { has, laboratory } from './laboratory.ts';
import { reportSchema, type Report } from './row.ts';
import { summary } from './summary.ts';
import { table } from './table.ts';

const results = new URL('../../../content/results/reproduction/', import.meta.url);

const usage = (): string =>
  [
    'npm run reproduce [-- <name>…] [--quick] [--data FOLDER]',
    '',
    'Measures published numbers again and writes them into content/results/reproduction. A full run that was interrupted goes on',
    'after the last finished experiment, or part of one. It fails if a number leaves its regression bound,',
    'or is far from what others measured on the same weights; what a published recipe gave elsewhere is named as open.',
    '',
    '  --quick        fewer pictures, only the experiments marked *, nothing written: three minutes',
    `  ${dataUsage}: mnist/, the published nets`,
    '                 lenet-f/ and lenet-d/, and MobileNet with its pictures',
    '',
    ...experiments.map(({ id, title, quick }) => `  ${quick ? '*' : ' '} ${id.padEnd(24)}${title}`),
  ].join('\n');

const chosen = (names: readonly string[], quick: boolean): readonly Experiment[] => {
  const ids = experiments.map(({ id }) => id);
  for (const name of names) known('experiment', name, ids);
  const named = experiments.filter(({ id }) => names.length === 0 || names.includes(id));
  return quick && names.length === 0 ? named.filter((experiment) => experiment.quick) : named;
};

/** Those of the experiments whose nets are in the folder; says which are not. */
const possibleWith = (data: string, asked: readonly Experiment[]): readonly Experiment[] =>
  asked.filter(({ id, needs }) => {
    const missing = needs.filter((net) => !has(data, net));
    if (missing.length > 0) say(`SKIPPED: ${id}, because ${missing.join(' and ')} is not in ${data}.`);
    return missing.length === 0;
  });

/** The report of one experiment, or undefined where it failed; says why. */
const report = async (experiment: Experiment, lab: Laboratory): Promise<Report | undefined> => {
  const { id, title, seed } = experiment;
  try {
    return reportSchema.parse({ id, title, seed, rows: await experiment.run(lab) });
  } catch (error) {
    say(`FAILED: ${id}. ${isReaderError(error) ? error.message : ''}`);
    if (!isReaderError(error)) console.error(error);
    return undefined;
  }
};

const run = async (
  data: string,
  quick: boolean,
  asked: readonly Experiment[],
): Promise<readonly Report[]> => {
  const lab = await laboratory(data, quick);
  const kept = await keptIn(data);
  const reports: Report[] = [];
  for (const [i, experiment] of asked.entries()) {
    const start = performance.now();
    const earlier = quick ? undefined : await kept.find(experiment);
    const place = `${i + 1} of ${asked.length}`;
    const found =
      earlier ??
      (await report(experiment, {
        ...lab,
        ...(!quick && { part: kept.partsOf(experiment) }),
        progress: (text) => lab.progress(`${place}, ${experiment.id}: ${text}`),
      }));
    if (!found) continue;
    reports.push(found);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    say(`${place}, ${experiment.id} (${earlier ? 'finished before' : `${seconds} s`}): ${table(found)}`);
    // A quick run sees fewer pictures: it checks, and leaves the published numbers as they are.
    if (quick) continue;
    await kept.keep(experiment, found);
    await mkdir(results, { recursive: true });
    await writeFile(new URL(`${found.id}.json`, results), `${JSON.stringify(found, undefined, 2)}\n`);
  }
  lab.dispose();
  // Only what was interrupted, or failed, is to be gone on with.
  const done = asked.filter(({ id }) => reports.some((found) => found.id === id));
  if (!quick) for (const experiment of done) await kept.drop(experiment);
  return reports;
};

const options = { data: { type: 'string' }, quick: { type: 'boolean', default: false } } as const;

command({ usage, words: true, options }, async ({ values, positionals }) => {
  const { quick } = values;
  const data = dataFolder(values.data);
  const asked = chosen(positionals, quick);
  if (!existsSync(path.join(data, 'mnist'))) {
    const missing = `there is no folder ${path.join(data, 'mnist')}`;
    if (!quick) {
      throw readerError(
        `The digits are missing: ${missing}. Fetch them: npm run data -- mnist --to ${data}/mnist`,
      );
    }
    say(`SKIPPED: all ${asked.length} experiments, because ${missing}.`);
    return;
  }
  const possible = possibleWith(data, asked);
  const reports = await run(data, quick, possible);
  const { lines, wrong } = summary(reports);
  for (const line of lines) say(line);
  if (wrong > 0 || reports.length < possible.length) process.exitCode = 1;
});
