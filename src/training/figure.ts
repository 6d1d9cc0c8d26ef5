import { writeFile } from 'node:fs/promises';
import { drawing } from '../figures/kit/drawing/drawing.ts';
import {
  publishedStates,
  type AnyFigure,
  type AnyState,
  type Table,
} from '../figures/kit/contract/figure.ts';
import { lastFrame } from '../figures/kit/contract/last-frame.ts';
import { readLink, writeLink } from '../figures/kit/contract/link.ts';
import { stillWidths } from '../figures/kit/drawing/layout/view.tsx';
import { figureSlugs, loadFigure } from '../figures/registry.ts';
import { cellText } from '../figures/kit/live/table.tsx';
import { loadRun } from '../figures/registry-runs.ts';
import { command, known, usageError } from './command.ts';
import { nodeBench } from './node-bench.ts';
import { sheet } from './picture.ts';

const usage = `npm run figure -- <slug> [field=value …] [options]     runs one state of a figure, prints its sentence and table

  <slug>         ${figureSlugs.join(', ')}
  field=value    as in the figure’s links
  --preset NAME  begins with this preset, not with the published state
  --json         one JSON object with the state, its link and its outcome
  --svg FILE     draws the last frame
  --png FILE     draws it in both layouts and both colour schemes`;

const wanted = (figure: AnyFigure, preset: string, fields: readonly string[]): AnyState => {
  const names = Object.keys(figure.presets);
  const start = publishedStates(figure).get(
    preset === '' ? '' : known(`preset of ${figure.slug}`, preset, names),
  );
  const wordless = fields.find((field) => !field.includes('='));
  if (start === undefined || wordless !== undefined)
    throw usageError(`“${wordless ?? preset}” is no field=value; a preset is named with --preset.`);
  const query = new URLSearchParams(fields.map((field) => field.split(/=(.*)/s).slice(0, 2)));
  const { state, refused } = readLink(figure, query.toString(), start.state);
  if (refused.length > 0) throw usageError(refused.join(' '));
  return state;
};

const columns = ({ caption, head, rows }: Table): string => {
  const cells = [head, ...rows].map((row) => row.map(cellText));
  const widths = head.map((_, i) => Math.max(...cells.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ');
  return [caption, ...cells.map(line)].join('\n');
};

command(
  {
    usage,
    words: true,
    options: {
      preset: { type: 'string', default: '' },
      json: { type: 'boolean' },
      svg: { type: 'string' },
      png: { type: 'string' },
    },
  },
  async ({ values, positionals: [name, ...fields] }) => {
    if (name === undefined) throw usageError('Name a figure.');
    const slug = known('figure', name, figureSlugs);
    const { figure, view } = await loadFigure(slug);
    const state = wanted(figure, values.preset, fields);
    const frame = await lastFrame(await loadRun(slug), state, nodeBench());
    const draw = (width: number): string => drawing(view, { state, frame, width, id: slug });
    if (values.svg !== undefined) await writeFile(values.svg, draw(stillWidths.wide));
    if (values.png !== undefined)
      await writeFile(values.png, await sheet(Object.values(stillWidths).map(draw)));
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
  },
);
