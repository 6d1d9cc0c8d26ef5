import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { fromLevels } from '../../lab/eight-bits.ts';
import { wilson } from '../../lab/statistics/interval.ts';
import { predictions } from '../../lab/vec.ts';
import { loadNet } from '../../nets/load-net.ts';
import type { NetId } from '../../nets/net.ts';
import { registry } from '../../nets/registry.ts';
import { fileBytes, shippedModels } from '../../nets/sources/file.ts';
import { progress, say } from '../command.ts';
import { encodingIds, evolve } from '../evolved.ts';
import { measured } from '../results.ts';

const seeds = 10;
const generations = 100;
const evolvedAgainst: NetId = 'digits-lenet';
const others: readonly NetId[] = [
  'digits-allconv',
  'digits-mlp',
  'digits-softmax',
  'digits-noise',
  'digits-robust',
];

/**
 * content/results/carry-over.json: of pictures evolved against one net, how many others call what it calls
 * them.
 */
const carryOver = z.strictObject({
  experiment: z.literal('carry-over'),
  net: z.string(),
  /** SHA-256 of the weights evolved against. */
  weights: z.string().length(64),
  runs: z.int().positive(),
  generations: z.int().positive(),
  /** By encoding and by net. */
  encodings: z.record(z.string(), z.record(z.string(), measured)),
});

/** Evolves pictures for the ten digits against LeNet, ten times by each encoding, and asks the other nets. */
export const measureCarryOver = async (): Promise<void> => {
  const bytes = fileBytes(shippedModels);
  const net = await loadNet(evolvedAgainst, bytes);
  const onlookers = await Promise.all(others.map((id) => loadNet(id, bytes)));
  const encodings: z.output<typeof carryOver>['encodings'] = {};
  for (const encoding of encodingIds) {
    const same = others.map(() => 0);
    for (let seed = 1; seed <= seeds; seed++) {
      const [last] = await evolve(net, { encoding, seed: `carry-over-${seed}`, generations });
      const x = fromLevels(Uint8Array.from((last?.cells ?? []).flatMap(({ picture }) => [...picture])));
      for (const [k, other] of onlookers.entries()) {
        const says = predictions(await other.logits(x), other.classes);
        same[k] = (same[k] ?? 0) + says.filter((answer, digit) => answer === digit).length;
      }
      progress(`${encoding}: ${seed} of ${seeds} evolutions`);
    }
    const n = 10 * seeds;
    encodings[encoding] = Object.fromEntries(
      others.map((id, k) => [id, { n, correct: same[k] ?? 0, ...wilson(same[k] ?? 0, n) }]),
    );
    say(`${encoding}: ${others.map((id, k) => `${id} ${same[k] ?? 0}`).join(', ')} of ${n} called the same.`);
  }
  const result = carryOver.parse({
    experiment: 'carry-over',
    net: evolvedAgainst,
    weights: registry[evolvedAgainst]?.files['weights.bin']?.sha256,
    runs: seeds,
    generations,
    encodings,
  });
  const file = new URL('../../../content/results/carry-over.json', import.meta.url);
  await writeFile(file, `${JSON.stringify(result, undefined, 2)}\n`);
  say('Wrote content/results/carry-over.json.');
};
