import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readerError } from '../../lab/reader-error.ts';
import { command, progress, say } from '../command.ts';
import type { Experiment } from './experiment.ts';
import { experiments } from './experiments/index.ts';
import { has, laboratory } from './laboratory.ts';
import { inBand, reportSchema, type Report } from './row.ts';
import { table } from './table.ts';

const results = new URL('../../../content/results/reproduction/', import.meta.url);
const cache = path.join('.cache', 'reproduce');

/** Where a full run that was interrupted keeps the experiments that it has finished. */
const kept = ({ id }: Experiment): string => path.join(cache, `${id}.json`);

const write = (report: Report): string => `${JSON.stringify(report, undefined, 2)}\n`;

const finished = async (experiment: Experiment): Promise<Report | undefined> => {
  const text = await readFile(kept(experiment), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : reportSchema.parse(JSON.parse(text));
};

const chosen = (names: readonly string[], quick: boolean): readonly Experiment[] => {
  const unknown = names.find((name) => !experiments.some(({ id }) => id === name));
  if (unknown !== undefined) {
    throw readerError(`There is no experiment “${unknown}”. There are: ${experiments.map(({ id }) => id).join(', ')}.`);
  }
  const named = experiments.filter(({ id }) => names.length === 0 || names.includes(id));
  return quick && names.length === 0 ? named.filter((experiment) => experiment.quick) : named;
};

command(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: '../shared/data' },
      quick: { type: 'boolean', default: false },
    },
  });
  const { data, quick } = values;
  const asked = chosen(positionals, quick);
  const possible = asked.filter(({ id, needs }) => {
    const missing = needs.filter((net) => !has(data, net));
    if (missing.length > 0) say(`SKIPPED: ${id}, because ${missing.join(' and ')} is not in ${data}.`);
    return missing.length === 0;
  });
  const lab = await laboratory(data, quick);
  const reports: Report[] = [];
  await mkdir(cache, { recursive: true });
  for (const experiment of possible) {
    const earlier = quick ? undefined : await finished(experiment);
    const rows = earlier ? undefined : await experiment.run(lab);
    const { id, title, seed } = experiment;
    const report = earlier ?? reportSchema.parse({ id, title, seed, rows });
    if (!quick) await writeFile(kept(experiment), write(report));
    reports.push(report);
    progress('');
    say(table(report));
  }
  lab.dispose();

  // A quick run sees fewer pictures: it checks, and leaves the published numbers as they are.
  if (!quick) {
    await mkdir(results, { recursive: true });
    for (const report of reports) await writeFile(new URL(`${report.id}.json`, results), write(report));
    for (const experiment of possible) await rm(kept(experiment), { force: true });
  }
  const rows = reports.flatMap((report) => report.rows);
  const outside = rows.filter((row) => !inBand(row));
  const bound = rows.filter(({ band }) => band).length;
  say(`${bound - outside.length} of ${bound} bounded numbers are where they must be; ${rows.length} numbers in all.`);
  if (outside.length > 0) process.exitCode = 1;
});
