/**
 * `npm run figure -- <slug> [field=value …] [--preset name] [--json] [--svg file] [--png file]`: runs one
 * state of a figure in Node, prints its sentence and table, and draws it; the PNG has both layouts in both colour schemes.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { drawing } from '../figures/kit/drawing/drawing.ts';
import {
  publishedStates,
  type AnyFigure,
  type AnyState,
  type Layout,
  type Table,
} from '../figures/kit/contract/figure.ts';
import { lastFrame } from '../figures/kit/contract/last-frame.ts';
import { readLink, writeLink } from '../figures/kit/contract/link.ts';
import { figureSlugs, loadFigure } from '../figures/registry.ts';
import { cellText } from '../figures/kit/live/table.tsx';
import { loadRun } from '../figures/registry-runs.ts';
import { isReaderError, readerError } from '../lab/reader-error.ts';
import { nodeBench } from './node-bench.ts';
import { sheet } from './picture.ts';

const usage = 'npm run figure -- <slug> [field=value …] [--preset name] [--json] [--svg file] [--png file]';

const wanted = (figure: AnyFigure, preset: string, fields: readonly string[]): AnyState => {
  const start = publishedStates(figure).get(preset);
  if (start === undefined)
    throw readerError(`${figure.slug} has no preset “${preset}”; it has ${Object.keys(figure.presets).join(', ')}.`);
  const query = new URLSearchParams(fields.map((field) => field.split(/=(.*)/s).slice(0, 2)));
  const { state, refused } = readLink(figure, query.toString(), start.state);
  if (refused.length > 0) throw readerError(refused.join('\n'));
  return state;
};

const columns = ({ caption, head, rows }: Table): string => {
  const cells = [head, ...rows].map((row) => row.map(cellText));
  const widths = head.map((_, i) => Math.max(...cells.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]): string => row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ');
  return [caption, ...cells.map(line)].join('\n');
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      preset: { type: 'string', default: '' },
      json: { type: 'boolean' },
      svg: { type: 'string' },
      png: { type: 'string' },
    },
  });
  const [slug, ...fields] = positionals;
  if (slug === undefined || !figureSlugs.includes(slug))
    throw readerError(`Name a figure, one of ${figureSlugs.join(', ')}: ${usage}`);
  const { figure, view } = await loadFigure(slug);
  const state = wanted(figure, values.preset, fields);
  const frame = await lastFrame(await loadRun(slug), state, nodeBench());
  const draw = (layout: Layout): string => drawing(view, { state, frame, layout, id: slug });
  if (values.svg !== undefined) await writeFile(values.svg, draw('wide'));
  if (values.png !== undefined) await writeFile(values.png, await sheet([draw('wide'), draw('narrow')]));
  const sentence = figure.describe(state, frame);
  const table = figure.table(state, frame);
  if (values.json === true)
    console.log(
      JSON.stringify(
        {
          figure: slug,
          version: figure.version,
          link: writeLink(figure, state),
          state,
          sentence,
          outcome: figure.outcome(state, frame),
          table,
        },
        null,
        2,
      ),
    );
  else console.log(`${sentence}\n\n${columns(table)}`);
};

main().catch((error: unknown) => {
  console.error(isReaderError(error) ? error.message : error);
  process.exitCode = 1;
});
