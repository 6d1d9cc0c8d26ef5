import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { digitSize } from '../../data/digit.ts';
import type { Digits } from '../../data/mnist.ts';
import { mnistFiles } from '../../data/mnist.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { affine } from '../../lab/oracles/affine.ts';
import { chooseBackend } from '../../nets/backends.ts';
import { loadNet } from '../../nets/load-net.ts';
import { once } from '../../nets/once.ts';
import { modelOracle, type ModelOracle } from '../../nets/oracle.ts';
import { loadReader } from '../../nets/reader/load-reader.ts';
import type { HeldReader } from '../../nets/reader/oracle.ts';
import { fileBytes, shippedModels } from '../../nets/sources/file.ts';
import { trainable } from '../../nets/training.ts';
import { loadCheckpoint, saveCheckpoint } from '../checkpoint.ts';
import { progress } from '../command.ts';
import { readMnist, readModel } from '../files.ts';
import { begin, fitEpoch } from '../fit.ts';
import type { Recipe } from '../recipes/recipe.ts';
import { digitsTask } from '../tasks/digits.ts';
import { sha256 } from '../../nets/sha256.ts';
import type { Laboratory, Needed, PublishedNet } from './experiment.ts';

const floats = (bytes: Uint8Array): Vec => new Float32Array(Uint8Array.from(bytes).buffer);

/** Whether the folder of data sets has a published net, or pictures. */
export const has = (folder: string, part: Needed): boolean => existsSync(path.join(folder, part));

const meanIn = async (folder: string, id: PublishedNet): Promise<Vec> => {
  const file = path.join(folder, id, 'mean.bin');
  return existsSync(file) ? floats(await readFile(file)) : new Float32Array(digitSize);
};

/** Trains to the recipe's end, or goes on from where an earlier run stopped; the last checkpoint stays. */
const train = async (recipe: Recipe, digits: Digits, key: string): Promise<ModelOracle> => {
  const net = trainable(recipe.topology);
  const task = digitsTask(recipe.plan.kind === 'digits' ? recipe.plan : { kind: 'digits' }, digits, digits);
  let at = begin(recipe, net);
  at = (await loadCheckpoint(recipe, [key], at)) ?? at;
  while (at.epoch < recipe.epochs) {
    at = await fitEpoch(recipe, net, task, at, ({ epoch, step, steps, loss }) => {
      progress(
        `${recipe.title}: epoch ${epoch + 1} of ${recipe.epochs}, step ${step + 1} of ${steps}, ${loss.toFixed(3)}`,
      );
    });
    await saveCheckpoint(recipe, [key], at);
  }
  return net.oracle(at.mean);
};

/**
 * The laboratory on a folder that has mnist/ and perhaps the published nets; frees all its nets at the end.
 */
export const laboratory = async (
  folder: string,
  quick: boolean,
): Promise<Laboratory & { readonly dispose: () => void }> => {
  await chooseBackend('wasm');
  const mnist = path.join(folder, 'mnist');
  const digits = await readMnist(mnist, 'test');
  const held: { dispose: () => void }[] = [];
  /** What is made once is held until the end. */
  const holding = <Net extends { dispose: () => void }>() => {
    const load = once<Net>();
    return (key: string, make: () => Promise<Net>): Promise<Net> =>
      load(key, async () => {
        const net = await make();
        held.push(net);
        return net;
      });
  };
  const [onceNet, onceReader] = [holding<ModelOracle>(), holding<HeldReader>()];
  let training: Promise<Digits> | undefined;
  const trainingDigits = (): Promise<Digits> => (training ??= readMnist(mnist, 'train'));
  const hashOf = (set: Digits): string => sha256(set.images).slice(0, 16);

  return {
    folder,
    quick,
    digits,
    training: trainingDigits,
    meanOf: (id) => meanIn(folder, id),
    published: async (id): Promise<Oracle> => {
      const net = await onceNet(id, async () => modelOracle(await readModel(path.join(folder, id))));
      const mean = await meanIn(folder, id);
      return mean.every((value) => value === 0) ? net : affine(net, { shift: mean.map((value) => -value) });
    },
    net: (id) => onceNet(id, () => loadNet(id, fileBytes(shippedModels))),
    reader: (id) => onceReader(id, () => loadReader(id, fileBytes(shippedModels))),
    trained: async (recipe, chosen) => {
      const set = chosen ?? (await trainingDigits());
      const key = chosen ? hashOf(set) : mnistFiles.train.images.sha256;
      return onceNet(`${recipe.id} ${key}`, () => train(recipe, set, key));
    },
    part: (_name, _schema, make) => make(),
    progress,
    dispose: () => held.forEach((net) => net.dispose()),
  };
};
