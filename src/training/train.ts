import { parseArgs } from 'node:util';
import { digitRows, mnistFiles, type Digits } from '../data/mnist.ts';
import type { Vec } from '../lab/oracle.ts';
import { readerError } from '../lab/reader-error.ts';
import { wilson } from '../lab/statistics/interval.ts';
import { predictions } from '../lab/vec.ts';
import { decodeFloat16, encodeFloat16 } from '../nets/format/float16.ts';
import { trainable, type Trainable } from '../nets/training.ts';
import { chooseBackend } from '../nets/backends.ts';
import { dropCheckpoint, loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { command, progress, say } from './command.ts';
import { readMnist } from './files.ts';
import { begin, fitEpoch } from './fit.ts';
import { recipeIds, recipeOf } from './recipes.ts';
import { refuseShipped, ship, shippedFolder } from './ship.ts';

const hashes = [mnistFiles.train.images.sha256, mnistFiles.train.labels.sha256];

const correct = async (net: Trainable, weights: readonly Vec[], digits: Digits): Promise<number> => {
  const batch = 500;
  let right = 0;
  for (let from = 0; from < digits.count; from += batch) {
    const { x, labels } = digitRows(digits, from, Math.min(digits.count, from + batch));
    const guesses = predictions(await net.logits(weights, x), 10);
    right += guesses.reduce((n, guess, i) => n + (guess === labels[i] ? 1 : 0), 0);
  }
  return right;
};

const percent = (rate: number): string => `${(100 * rate).toFixed(2)} %`;

command(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string', default: '.data/mnist' }, replace: { type: 'boolean', default: false } },
  });
  const [id = ''] = positionals;
  const recipe = recipeOf(id);
  if (!recipe) throw readerError(`Say which net to train: npm run train -- ${recipeIds.join(' | ')} --data FOLDER`);
  if (!values.replace) await refuseShipped(id);
  const train = await readMnist(values.data, 'train');
  const test = await readMnist(values.data, 'test');
  const backend = await chooseBackend();
  const net = trainable(recipe.topology);

  let at = begin(recipe, net);
  at = (await loadCheckpoint(recipe, hashes, at)) ?? at;
  say(
    `${id}: ${train.count} digits, ${recipe.epochs} epochs on ${backend.id}${at.epoch > 0 ? `, from epoch ${at.epoch + 1}` : ''}.`,
  );
  while (at.epoch < recipe.epochs) {
    let sum = 0;
    at = await fitEpoch(recipe, net, train, at, ({ epoch, step, steps, loss }) => {
      sum += loss;
      progress(
        `epoch ${epoch + 1} of ${recipe.epochs}, step ${step + 1} of ${steps}, loss ${(sum / (step + 1)).toFixed(4)}`,
      );
    });
    await saveCheckpoint(recipe, hashes, at);
    say(`epoch ${at.epoch} of ${recipe.epochs}: mean loss ${(sum / Math.ceil(train.count / recipe.batch)).toFixed(4)}`);
  }

  // Judged in half precision, as shipped.
  const shipped = at.mean.map((w) => decodeFloat16(encodeFloat16(w)));
  const interval = wilson(await correct(net, shipped, test), test.count);
  const card = await ship(recipe, at.mean, { ...interval, n: test.count });
  await dropCheckpoint(recipe, hashes);
  say(
    `${percent(interval.rate)} of ${test.count} test digits (95 %: ${percent(interval.low)} to ${percent(interval.high)}).`,
  );
  say(`Wrote ${shippedFolder(id)}: ${card.parameters} parameters, ${card.bytes} bytes.`);
});
