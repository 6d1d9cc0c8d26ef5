import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { digitSide, digitSize } from '../data/digit.ts';
import { type Digits } from '../data/mnist.ts';
import type { Encoding } from '../lab/evolution/encoding.ts';
import { cppn } from '../lab/evolution/encodings/cppn.ts';
import { direct } from '../lab/evolution/encodings/direct.ts';
import { mapElites, mnistEvolution, type Archive } from '../lab/evolution/map-elites.ts';
import type { Answers } from '../lab/oracle.ts';

const folder = path.join('.cache', 'evolved');

/** How pictures are inherited: pixel by pixel, or as patterns. */
export type EncodingId = 'direct' | 'cppn';

/** The two ways to inherit a digit's picture, each with a genome type of its own that stays inside. */
export const encodings: Readonly<Record<EncodingId, Encoding<unknown>>> = {
  direct: direct({ size: digitSide, colour: 'grey' }),
  cppn: cppn({ colour: 'grey' }),
};

/** Both encodings, pixels first. */
export const encodingIds: readonly EncodingId[] = ['direct', 'cppn'];

/** One evolution of pictures for the ten digits. */
export interface EvolutionRun {
  readonly encoding: EncodingId;
  readonly seed: string;
  readonly generations: number;
}

/**
 * The archives after these generations, in order; only the ten digits have cells, whatever else the net
 * knows.
 */
export const evolve = async (
  net: Answers,
  { encoding, seed, generations }: EvolutionRun,
  at: readonly number[] = [generations],
): Promise<readonly Archive<unknown>[]> => {
  const classes = Array.from({ length: 10 }, (_, digit) => digit);
  const kept: Archive<unknown>[] = [];
  for await (const archive of mapElites(net, encodings[encoding], { ...mnistEvolution, seed, classes })) {
    if (at.includes(archive.generation)) kept.push(archive);
    if (archive.generation >= generations) break;
  }
  return kept;
};

const genomes = z.array(z.string()).length(10);

/**
 * The ten champions of a run as text: read from the cache where this run has been made against these weights
 * before.
 */
const champions = async (net: Answers, weights: string, run: EvolutionRun): Promise<readonly string[]> => {
  const file = path.join(folder, weights.slice(0, 12), `${run.encoding}-${run.seed}-${run.generations}.json`);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return genomes.parse(JSON.parse(known));
  const [last] = await evolve(net, run);
  const found = genomes.parse(last?.cells.map(({ genome }) => encodings[run.encoding].serialise(genome)));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(found));
  await rename(`${file}.new`, file);
  return found;
};

/**
 * The pictures that some runs evolved against a net whose weights have that hash, ten a run, labelled with
 * the digits that it was to take them for. Kept run by run as genomes, so that an interruption costs one run
 * at most.
 */
export const evolvedPictures = async (
  net: Answers,
  weights: string,
  runs: readonly EvolutionRun[],
  onRun: (done: number) => void = () => undefined,
): Promise<Digits> => {
  const count = 10 * runs.length;
  const images = new Uint8Array(count * digitSize);
  let at = 0;
  for (const run of runs) {
    const { parse, render } = encodings[run.encoding];
    for (const text of await champions(net, weights, run)) {
      images.set(render(parse(text), digitSide), at * digitSize);
      at++;
    }
    onRun(at / 10);
  }
  return { images, labels: Uint8Array.from({ length: count }, (_, i) => i % 10), count };
};
