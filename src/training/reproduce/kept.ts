import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mnistFiles } from '../../data/mnist.ts';
import { sha256 } from '../../nets/sha256.ts';
import type { Experiment, Laboratory } from './experiment.ts';
import { reportSchema, type Report } from './row.ts';

const cache = path.join('.cache', 'reproduce');
const source = fileURLToPath(new URL('../../', import.meta.url));
/** What a number can depend on; the hashes of our own nets stand in the registry among them. */
const rooms = ['lab', 'data', 'nets', 'training'];

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

const hashOfCode = async (): Promise<string> => {
  const hashes: string[] = [];
  for (const room of rooms) {
    const entries = await readdir(path.join(source, room), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) hashes.push(path.relative(source, file), sha256(await readFile(file)));
  }
  return sha256(text(hashes.join('\n')));
};

const hashOfNet = async (folder: string, id: string): Promise<string> => {
  const names = (await readdir(path.join(folder, id))).sort();
  const files = await Promise.all(names.map((name) => readFile(path.join(folder, id, name))));
  return sha256(text(files.map(sha256).join('\n')));
};

/** Where an interrupted full run keeps what it has finished. */
export interface Kept {
  /** The report of an experiment whose code, nets and data are what they are now; undefined for any other. */
  readonly find: (experiment: Experiment) => Promise<Report | undefined>;
  readonly keep: (experiment: Experiment, report: Report) => Promise<void>;
  /** The parts of an experiment that is under way, by their names. */
  readonly partsOf: (experiment: Experiment) => Laboratory['part'];
  /** Forgets an experiment, and its parts. */
  readonly drop: (experiment: Experiment) => Promise<void>;
}

/** The finished experiments on a folder of data, each under its id and a hash of all that it depends on. */
export const keptIn = async (folder: string): Promise<Kept> => {
  const code = await hashOfCode();
  const fileOf = async ({ id, seed, needs }: Experiment): Promise<string> => {
    const nets = await Promise.all(needs.map((net) => hashOfNet(folder, net)));
    const inputs = sha256(text(JSON.stringify([seed, code, nets, mnistFiles])));
    return path.join(cache, `${id}-${inputs.slice(0, 12)}.json`);
  };
  const partsFolder = async (experiment: Experiment): Promise<string> =>
    (await fileOf(experiment)).replace(/\.json$/, '-parts');
  return {
    find: async (experiment) => {
      const stored = await readFile(await fileOf(experiment), 'utf8').catch(() => undefined);
      return stored === undefined ? undefined : reportSchema.parse(JSON.parse(stored));
    },
    keep: async (experiment, report) => {
      await mkdir(cache, { recursive: true });
      await writeFile(await fileOf(experiment), JSON.stringify(report));
    },
    partsOf: (experiment) => async (name, schema, make) => {
      const folder = await partsFolder(experiment);
      const file = path.join(folder, `${name}.json`);
      const stored = await readFile(file, 'utf8').catch(() => undefined);
      if (stored !== undefined) return schema.parse(JSON.parse(stored));
      const made = await make();
      await mkdir(folder, { recursive: true });
      await writeFile(file, JSON.stringify(made));
      return made;
    },
    drop: async (experiment) => {
      await rm(await fileOf(experiment), { force: true });
      await rm(await partsFolder(experiment), { recursive: true, force: true });
    },
  };
};
