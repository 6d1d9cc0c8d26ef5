import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Vec } from '../lab/oracle.ts';
import { readerError } from '../lab/reader-error.ts';
import type { Interval } from '../lab/statistics/interval.ts';
import type { Card } from '../nets/card.ts';
import { encodeModel } from '../nets/format/model-file.ts';
import type { PackedModel } from '../nets/format/weights.ts';
import { registrySchema } from '../nets/registry.ts';
import { sha256 } from '../nets/sha256.ts';
import type { Adversary, Recipe } from './recipes/recipe.ts';

const registryFile = new URL('../nets/registry.json', import.meta.url);
const models = new URL('../../public/models/', import.meta.url);

const json = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
const described = (bytes: Uint8Array) => ({ bytes: bytes.byteLength, sha256: sha256(bytes) });

/** Throws a reader error if a net of that id has shipped: links that name it must keep their meaning. */
export const refuseShipped = async (id: string): Promise<void> => {
  const registry = registrySchema.parse(JSON.parse(await readFile(registryFile, 'utf8')));
  if (id in registry) {
    throw readerError(
      `${id} exists, and ids are immutable. Give the new recipe a new id, or add --replace if no link names it yet.`,
    );
  }
};

/** How a net did on one of its trials. */
export type Judged = Interval & { readonly name: string; readonly n: number };

const shares = ({ n, rate, low, high }: Judged) => ({ n, rate, low, high });

/** Writes public/models/<id>/ (model.json, weights.bin, card.json) and the registry's entry. */
export const publish = async (
  files: PackedModel,
  about: Omit<Card, 'bytes' | 'files' | 'licence'>,
): Promise<Card> => {
  const card: Card = {
    ...about,
    bytes: files['model.json'].byteLength + files['weights.bin'].byteLength,
    files: { 'model.json': described(files['model.json']), 'weights.bin': described(files['weights.bin']) },
    licence: 'MIT',
  };
  const all = { ...files, 'card.json': json(card) };
  const folder = new URL(`${card.id}/`, models);
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(all)) await writeFile(new URL(name, folder), bytes);

  const registry = registrySchema.parse(JSON.parse(await readFile(registryFile, 'utf8')));
  const hashes = Object.fromEntries(Object.entries(all).map(([name, bytes]) => [name, described(bytes)]));
  const entries = { ...registry, [card.id]: { title: card.title, files: hashes } };
  const sorted = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => a.localeCompare(b)));
  await writeFile(registryFile, json(sorted));
  return card;
};

const adversaryOf = ({ ball, radius, steps, beta }: Adversary): Card['adversary'] => ({
  ball,
  radius,
  steps,
  ...(beta !== undefined && { beta }),
});

/** Ships a classifier with what its recipe and its trials say of it. */
export const ship = (
  recipe: Recipe,
  weights: readonly Vec[],
  data: Card['data'],
  judged: readonly [Judged, ...Judged[]],
): Promise<Card> =>
  publish(encodeModel(recipe.topology, weights), {
    id: recipe.id,
    title: recipe.title,
    data,
    seed: recipe.seed,
    epochs: recipe.epochs,
    accuracy: shares(judged[0]),
    ...(judged.length > 1 && {
      further: judged.slice(1).map((each) => ({ name: each.name, ...shares(each) })),
    }),
    ...(recipe.adversary && { adversary: adversaryOf(recipe.adversary) }),
    parameters: weights.reduce((n, w) => n + w.length, 0),
  });

/** The path of a net's folder from where the command runs, for messages. */
export const shippedFolder = (id: string): string => path.join('public', 'models', id);
