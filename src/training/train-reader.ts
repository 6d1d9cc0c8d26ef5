import { drawExercise } from '../data/passages/exercise.ts';
import type { Random } from '../lab/random.ts';
import { meanInterval, wilson } from '../lab/statistics/interval.ts';
import { chooseBackend } from '../nets/backends.ts';
import { decodeFloat16, encodeFloat16 } from '../nets/format/float16.ts';
import { batchOf } from '../nets/reader/batch.ts';
import { encodeReader } from '../nets/reader/model-file.ts';
import { readerOracle } from '../nets/reader/oracle.ts';
import { readerShapes } from '../nets/reader/topology.ts';
import { readerGradients } from '../nets/reader/training.ts';
import { dropCheckpoint } from './checkpoint.ts';
import { say } from './command.ts';
import { beginning, runEpoch, type Learn } from './epoch.ts';
import { throughEpochs } from './epochs.ts';
import type { ReaderRecipe } from './recipes/reader.ts';
import { publish, shippedFolder } from './ship.ts';
import { freshExercise, readerTrials, readingOf, scores } from './tasks/passages.ts';

/** Which words of which reading are strange: a share of the words, each reading's own. */
const strangers = (share: number, stream: Random): ((word: string, reading: number) => boolean) => {
  const known = new Map<string, boolean>();
  return (word, reading) => {
    const key = `${reading} ${word}`;
    const found = known.get(key) ?? stream.uniform() < share;
    known.set(key, found);
    return found;
  };
};

/** Learns from fresh exercises, of the words and wordings that are not held out. */
export const learnToRead =
  ({ topology, strange }: ReaderRecipe): Learn =>
  async ({ weights, indices, stream }) => {
    const exercises = Array.from(indices, () => drawExercise({ fillings: 'seen', wordings: 'seen' }, stream));
    const batch = batchOf(exercises.map(readingOf), topology.config.rows, strangers(strange, stream));
    return readerGradients(
      topology,
      weights,
      batch,
      exercises.map(({ answer }) => answer),
    );
  };

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

/** Trains a reader, judges it in half precision, as it ships, and ships it. */
export const trainReader = async (recipe: ReaderRecipe): Promise<void> => {
  const { topology, count } = recipe;
  const { id: where } = await chooseBackend();
  const shapes = readerShapes(topology);
  const { mean: weights } = await throughEpochs(
    recipe,
    { hashes: [], count, where },
    beginning(recipe, shapes),
    (at, onStep) => runEpoch(recipe, count, at, learnToRead(recipe), onStep),
  );

  const reader = readerOracle(
    topology,
    weights.map((w) => decodeFloat16(encodeFloat16(w))),
  );
  const judged = [];
  for (const { name, source, count: n } of readerTrials) {
    const each = await scores(
      reader,
      Array.from({ length: n }, (_, i) => freshExercise(source, i)),
    );
    const exact = { n, ...wilson(each.filter((score) => score.exact).length, n) };
    judged.push({ name, exact, f1: { n, ...meanInterval(each.map((score) => score.f1)) } });
  }
  reader.dispose();
  const [first, ...further] = judged;
  if (!first) throw new Error('A reader must be judged by something.');
  const card = await publish(encodeReader(topology, weights), {
    id: recipe.id,
    title: recipe.title,
    data: { name: 'passages of a grammar', train: [], test: [] },
    seed: recipe.seed,
    epochs: recipe.epochs,
    accuracy: first.exact,
    further: further.map(({ name, exact }) => ({ name, ...exact })),
    f1: judged.map(({ name, f1 }) => ({ name, ...f1 })),
    parameters: weights.reduce((n, w) => n + w.length, 0),
  });
  await dropCheckpoint(recipe, []);
  for (const { name, exact, f1 } of judged) {
    say(`F1 ${percent(f1.mean)}, exact ${percent(exact.rate)} of ${exact.n} ${name}.`);
  }
  say(`Wrote ${shippedFolder(recipe.id)}: ${card.parameters} parameters, ${card.bytes} bytes.`);
};
