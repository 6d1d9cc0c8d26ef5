import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishedStates } from '../figures/kit/contract/figure.ts';
import { stillWidths } from '../figures/kit/drawing/layout/view.tsx';
import { decodeFrame } from '../figures/kit/contract/frames.ts';
import { drawing } from '../figures/kit/drawing/drawing.ts';
import { figureSlugs, loadFigure } from '../figures/registry.ts';
import { command, known, say, usageError } from './command.ts';
import { sheet } from './picture.ts';
import { readStored } from './stored.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Both drawings of every published state, by a name that holds from run to run. */
const drawingsOf = async (slug: string): Promise<ReadonlyMap<string, string>> => {
  const { figure, view } = await loadFigure(slug);
  const stored = await readStored(slug);
  return new Map(
    [...publishedStates(figure)].flatMap(([name, { state }]) =>
      Object.entries(stillWidths).map(([layout, width]) => {
        const frame = decodeFrame(stored.states[name]?.frame ?? '');
        const key = `${slug}.${name === '' ? 'published' : name}.${layout}`;
        return [key, drawing(view, { state, frame, width, id: key })] as const;
      }),
    ),
  );
};

/** What was drawn under that name before, if anything. */
const earlier = async (folder: string | undefined, key: string): Promise<string | undefined> => {
  if (folder === undefined) return undefined;
  const file = path.join(folder, 'svg', `${key}.svg`);
  return existsSync(file) ? readFile(file, 'utf8') : undefined;
};

const usage = `npm run sheets [-- <slug>…] [options]     contact sheets of drawings to look at: one PNG a figure, all published states

  <slug>             only these figures
  --against folder   what an earlier run wrote: only what differs, the old beside the new
  --out folder       where to write; .cache/sheets unless given`;

const options = { against: { type: 'string' }, out: { type: 'string', default: '' } } as const;

command({ usage, words: true, options }, async ({ values, positionals }) => {
  const slugs = positionals.map((slug) => known('figure', slug, figureSlugs));
  const { against } = values;
  const out = values.out === '' ? path.join(repository, '.cache', 'sheets') : values.out;
  if (against !== undefined && path.resolve(against) === path.resolve(out))
    throw usageError('The folder to compare with would be overwritten; name another one with --out.');
  await rm(out, { recursive: true, force: true });
  await mkdir(path.join(out, 'svg'), { recursive: true });
  for (const slug of slugs.length > 0 ? slugs : figureSlugs) {
    const shown: string[] = [];
    for (const [key, svg] of await drawingsOf(slug)) {
      await writeFile(path.join(out, 'svg', `${key}.svg`), svg);
      const before = await earlier(against, key);
      if (against === undefined) shown.push(svg);
      else if (before !== svg) shown.push(...(before === undefined ? [] : [before]), svg);
    }
    if (shown.length > 0)
      await writeFile(
        path.join(out, `${slug}.png`),
        await sheet(shown, { most: 2 * 760, schemes: ['light'], scale: 1 }),
      );
    say(`${slug}: ${shown.length === 0 ? 'no drawing differs' : `${shown.length} drawings`}`);
  }
});
