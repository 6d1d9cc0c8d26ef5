import type { Vec } from '../lab/oracle.ts';
import { wilson } from '../lab/statistics/interval.ts';
import { predictions } from '../lab/vec.ts';
import { decodeFloat16, encodeFloat16 } from '../nets/format/float16.ts';
import { trainable, type Trainable } from '../nets/training.ts';
import { chooseBackend } from '../nets/backends.ts';
import { dropCheckpoint } from './checkpoint.ts';
import { command, known, say, usageError } from './command.ts';
import { dataSet, dataUsage } from './data-folder.ts';
import { throughEpochs } from './epochs.ts';
import { begin, fitEpoch } from './fit.ts';
import { recipeIds, recipeOf, type Recipe } from './recipes/index.ts';
import { readerIds, readerRecipeOf } from './recipes/reader.ts';
import { refuseShipped, ship, shippedFolder, type Judged } from './ship.ts';
import { startFrom } from './start.ts';
import { taskOf } from './tasks/index.ts';
import type { Trial } from './tasks/task.ts';
import { trainReader } from './train-reader.ts';

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

/** Trains a classifier on the data in that folder, judges it on its trials, and ships it. */
const trainClassifier = async (recipe: Recipe, folder: string): Promise<void> => {
  const task = await taskOf(recipe.plan, folder);
  const hashes = [...task.data.train, ...task.data.test].map((file) => file.sha256);
  const { id: where } = await chooseBackend();
  const net = trainable(recipe.topology);

  const { mean: weights } = await throughEpochs(
    recipe,
    { hashes, count: task.count, where },
    begin(recipe, net, recipe.from === undefined ? undefined : await startFrom(recipe.from, net)),
    (at, onStep) => fitEpoch(recipe, net, task, at, onStep),
  );

  // Judged in half precision, as shipped.
  const shipped = weights.map((w) => decodeFloat16(encodeFloat16(w)));
  const [first, ...further] = task.trials;
  const judged: [Judged, ...Judged[]] = [await judge(net, shipped, first)];
  for (const trial of further) judged.push(await judge(net, shipped, trial));
  const card = await ship(recipe, weights, task.data, judged);
  await dropCheckpoint(recipe, hashes);
  for (const { name, n, rate, low, high } of judged) {
    say(`${percent(rate)} of ${n} ${name} (95 %: ${percent(low)} to ${percent(high)}).`);
  }
  say(`Wrote ${shippedFolder(recipe.id)}: ${card.parameters} parameters, ${card.bytes} bytes.`);
};

const ids: readonly string[] = [...recipeIds, ...readerIds];

const usage = `npm run train -- <net> [options]     trains a net and ships it in public/models/<net>/

  <net>          ${ids.join(', ')}
  ${dataUsage}
  --replace      although a net of that id has shipped`;

command(
  { usage, words: true, options: { data: { type: 'string' }, replace: { type: 'boolean', default: false } } },
  async ({ values, positionals }) => {
    if (positionals.length === 0) throw usageError('Say which net to train.');
    const id = known('recipe', positionals.join(' '), ids);
    const [classifier, reader] = [recipeOf(id), readerRecipeOf(id)];
    if (!values.replace) await refuseShipped(id);
    if (classifier) await trainClassifier(classifier, dataSet('mnist', values.data));
    if (reader) await trainReader(reader);
  },
);
