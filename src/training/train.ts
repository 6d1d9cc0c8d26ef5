import { parseArgs } from 'node:util';
import type { Vec } from '../lab/oracle.ts';
import { readerError } from '../lab/reader-error.ts';
import { wilson } from '../lab/statistics/interval.ts';
import { predictions } from '../lab/vec.ts';
import { decodeFloat16, encodeFloat16 } from '../nets/format/float16.ts';
import { trainable, type Trainable } from '../nets/training.ts';
import { chooseBackend } from '../nets/backends.ts';
import { dropCheckpoint, loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { command, progress, say } from './command.ts';
import { begin, fitEpoch } from './fit.ts';
import { recipeIds, recipeOf } from './recipes/index.ts';
import { refuseShipped, ship, shippedFolder, type Judged } from './ship.ts';
import { startFrom } from './start.ts';
import { taskOf } from './tasks/index.ts';
import type { Trial } from './tasks/task.ts';

/** How the net of these weights does on a trial. */
const judge = async (net: Trainable, weights: readonly Vec[], trial: Trial): Promise<Judged> => {
  const batch = 250;
  let right = 0;
  for (let from = 0; from < trial.count; from += batch) {
    const { x, labels } = trial.rows(from, Math.min(trial.count, from + batch));
    const logits = await net.logits(weights, x);
    const guesses = predictions(logits, logits.length / labels.length);
    right += guesses.reduce((n, guess, i) => n + (guess === labels[i] ? 1 : 0), 0);
  }
  return { name: trial.name, n: trial.count, ...wilson(right, trial.count) };
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
  const task = await taskOf(recipe.plan, values.data);
  const hashes = [...task.data.train, ...task.data.test].map((file) => file.sha256);
  const backend = await chooseBackend();
  const net = trainable(recipe.topology);

  const start = recipe.from === undefined ? undefined : await startFrom(recipe.from, net);
  let at = begin(recipe, net, start);
  at = (await loadCheckpoint(recipe, hashes, at)) ?? at;
  say(
    `${id}: ${task.count} examples, ${recipe.epochs} epochs on ${backend.id}${at.epoch > 0 ? `, from epoch ${at.epoch + 1}` : ''}.`,
  );
  while (at.epoch < recipe.epochs) {
    let sum = 0;
    at = await fitEpoch(recipe, net, task, at, ({ epoch, step, steps, loss }) => {
      sum += loss;
      progress(
        `epoch ${epoch + 1} of ${recipe.epochs}, step ${step + 1} of ${steps}, loss ${(sum / (step + 1)).toFixed(4)}`,
      );
    });
    await saveCheckpoint(recipe, hashes, at);
    say(`epoch ${at.epoch} of ${recipe.epochs}: mean loss ${(sum / Math.ceil(task.count / recipe.batch)).toFixed(4)}`);
  }

  // Judged in half precision, as shipped.
  const shipped = at.mean.map((w) => decodeFloat16(encodeFloat16(w)));
  const [first, ...further] = task.trials;
  const judged: [Judged, ...Judged[]] = [await judge(net, shipped, first)];
  for (const trial of further) judged.push(await judge(net, shipped, trial));
  const card = await ship(recipe, at.mean, task.data, judged);
  await dropCheckpoint(recipe, hashes);
  for (const { name, n, rate, low, high } of judged) {
    say(`${percent(rate)} of ${n} ${name} (95 %: ${percent(low)} to ${percent(high)}).`);
  }
  say(`Wrote ${shippedFolder(id)}: ${card.parameters} parameters, ${card.bytes} bytes.`);
});
