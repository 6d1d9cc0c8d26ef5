import { writeFile } from 'node:fs/promises';
import { fromLevels } from '../../lab/eight-bits.ts';
import { cppn } from '../../lab/evolution/encodings/cppn.ts';
import { mapElites, mnistEvolution } from '../../lab/evolution/map-elites.ts';
import type { Answers } from '../../lab/oracle.ts';
import { logSumExp, softmax } from '../../lab/softmax.ts';
import { numberAt, row } from '../../lab/vec.ts';
import { loadNet } from '../../nets/load-net.ts';
import type { NetId } from '../../nets/net.ts';
import { registry } from '../../nets/registry.ts';
import { fileBytes, shippedModels } from '../../nets/sources/file.ts';
import { progress, say } from '../command.ts';
import { emblems, type Emblems } from '../../data/emblems.ts';

const generations = 200;

/** After these the best so far are kept, to show how they came about. */
const kept: readonly number[] = [0, 1, 2, 4, 8, 16, 32, 64, 128, generations];

/**
 * Chosen by eye among sixteen evolutions, for looking like nothing in particular: for each digit the seed of
 * its evolution.
 */
const chosen: readonly number[] = [10, 7, 2, 11, 11, 12, 14, 10, 7, 16];

/** An evolved picture for each article: its digit and the seed of its evolution. */
const ofArticles: Readonly<Record<string, readonly [digit: number, seed: number]>> = {
  'easily-fooled': [3, 11],
  'ten-numbers': [1, 7],
  'off-the-manifold': [5, 12],
  'gradient-to-input': [4, 11],
  'without-the-weights': [6, 14],
  defences: [2, 16],
  'what-a-neuron-wants': [9, 16],
  'words-too': [3, 1],
  'are-we-fooled': [3, 13],
};

/** The log-odds from which on certainty is enough. */
const enough = Math.log(0.99992 / 0.00008);

/**
 * The net for an evolution that cares for looks: of pictures of which it is 99.992 % sure, those with as much
 * light as dark pass for the surest. Without that, evolution goes on from patterns to ever tidier ones, and
 * ends with a ring for 0 and a bar for 1.
 */
const preferring = (net: Answers): Answers => ({
  dimension: net.dimension,
  classes: net.classes,
  logits: async (x) => {
    const logits = await net.logits(x);
    for (let i = 0; i * net.classes < logits.length; i++) {
      const one = row(logits, i, net.classes);
      const label = one.findIndex((value, k) => value - logSumExp(one, k) >= enough);
      if (label === -1) continue;
      const light = row(x, i, net.dimension).reduce((sum, value) => sum + value, 0) / net.dimension;
      one.fill(0);
      one[label] = Math.log(net.classes - 1) + enough + 2 * (1 - 2 * Math.abs(light - 0.5));
    }
    return logits;
  },
});

const pattern = cppn({ colour: 'grey' });

type Step = Emblems['digits'][number]['history'][number];

/**
 * The ten patterns that an evolution comes to, and how sure the net really is of each and was of those before
 * it.
 */
const evolve = async (net: Answers, seed: number): Promise<Emblems['digits']> => {
  const histories: readonly Step[][] = Array.from({ length: net.classes }, () => []);
  const path = mapElites(preferring(net), pattern, { ...mnistEvolution, seed: `emblems-${seed}` });
  for await (const { generation, cells } of path) {
    if (kept.includes(generation)) {
      const x = fromLevels(Uint8Array.from(cells.flatMap(({ picture }) => [...picture])));
      const sure = softmax(await net.logits(x), net.classes);
      for (const [i, { label, genome }] of cells.entries()) {
        const confidence = numberAt(sure, i * net.classes + label);
        histories[label]?.push({ generation, confidence, genome: pattern.serialise(genome) });
      }
    }
    if (generation >= generations) break;
  }
  return histories.map((history, digit) => {
    const { confidence, genome } = history.at(-1) as Step;
    // What stayed as it was is told once.
    const changes = history.filter((step, i) => step.genome !== history[i - 1]?.genome);
    return { digit, seed, confidence, genome, history: changes };
  });
};

const withoutHistory = (found: Emblems['digits'][number] | undefined) =>
  found && { digit: found.digit, seed: found.seed, confidence: found.confidence, genome: found.genome };

/** Evolves the patterns of the home page and of the articles and writes content/results/emblems.json. */
export const measureEmblems = async (): Promise<void> => {
  const id: NetId = 'digits-lenet';
  const net = await loadNet(id, fileBytes(shippedModels));
  const seeds = [...new Set([...chosen, ...Object.values(ofArticles).map(([, seed]) => seed)])];
  const found = new Map<number, Emblems['digits']>();
  for (const seed of seeds) {
    found.set(seed, await evolve(net, seed));
    progress(`${found.size} of ${seeds.length} evolutions`);
  }
  net.dispose();
  const take = (digit: number, seed: number) => found.get(seed)?.[digit];
  const result = emblems.parse({
    experiment: 'emblems',
    net: id,
    title: registry[id]?.title,
    weights: registry[id]?.files['weights.bin']?.sha256,
    generations,
    digits: chosen.map((seed, digit) => take(digit, seed)),
    articles: Object.fromEntries(
      Object.entries(ofArticles).map(([slug, [digit, seed]]) => [slug, withoutHistory(take(digit, seed))]),
    ),
  });
  await writeFile(
    new URL('../../../content/results/emblems.json', import.meta.url),
    `${JSON.stringify(result, undefined, 2)}\n`,
  );
  say(
    `Wrote content/results/emblems.json; the least sure: ${Math.min(...result.digits.map(({ confidence }) => confidence))}.`,
  );
};
