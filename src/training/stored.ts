import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseStored, storedFiles, type StoredFigure } from '../figures/kit/contract/stored.ts';

const results = new URL('../../content/results/', import.meta.url);

const fileOf = (room: 'figures' | 'frames', slug: string): URL => new URL(`${room}/${slug}.json`, results);

const read = async (file: URL): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

/** What is stored of a figure; rejects where it is missing or not whole. */
export const readStored = async (slug: string): Promise<StoredFigure> =>
  parseStored(slug, {
    outcomes: await read(fileOf('figures', slug)),
    frames: await read(fileOf('frames', slug)),
  });

/** Stores a figure, its frames one a line in a file of their own. */
export const writeStored = async (stored: StoredFigure): Promise<void> => {
  const { outcomes, frames } = storedFiles(stored);
  for (const [room, data] of [['figures', outcomes] as const, ['frames', frames] as const]) {
    const file = fileOf(room, stored.figure);
    await mkdir(new URL('.', file), { recursive: true });
    await writeFile(file, `${JSON.stringify(data, null, 2)}\n`);
  }
};
