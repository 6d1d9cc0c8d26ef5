import { mkdir, writeFile } from 'node:fs/promises';
import { digitRows, mnistFiles, type Digits } from '../data/mnist.ts';
import type { Attack } from '../lab/attack.ts';
import { attacks } from '../lab/attacks/index.ts';
import { balls } from '../lab/balls/index.ts';
import { unitBox } from '../lab/box.ts';
import { toEightBits } from '../lab/eight-bits.ts';
import type { Vec } from '../lab/oracle.ts';
import { randomControl } from '../lab/perturbation.ts';
import type { Problem } from '../lab/problem.ts';
import { random } from '../lab/random.ts';
import { finish, solve, type Solution } from '../lab/solve.ts';
import { wilson } from '../lab/statistics/interval.ts';
import { predictions } from '../lab/vec.ts';
import { loadNet } from '../nets/load-net.ts';
import type { Net, NetId } from '../nets/net.ts';
import { registry } from '../nets/registry.ts';
import { fileBytes, shippedModels } from '../nets/sources/file.ts';
import { command, known, progress, say, usageError } from './command.ts';
import { dataSet, dataUsage } from './data-folder.ts';
import { measureCarryOver } from './experiments/carry-over.ts';
import { measureEmblems } from './experiments/emblems.ts';
import { measureStrokes } from './experiments/strokes.ts';
import { readMnist } from './files.ts';
import { digitsPgd, type DigitsPgd, type Measured } from './results.ts';

const nets: readonly NetId[] = ['digits-softmax', 'digits-lenet'];
const count = 1000;
const seed = 1;
const epsilon = 0.3;
const [steps, stepSize] = [40, 0.01];
/** Rows attacked at once. */
const batch = 100;

const measured = (correct: number, n: number): Measured => ({ n, correct, ...wilson(correct, n) });

/** How many of the rows the net still classifies correctly, as shown in 8 bits, in four conditions. */
const countCorrect = async (net: Net, digits: Digits, from: number) => {
  const { x: x0, labels } = digitRows(digits, from, from + batch);
  const stream = random(seed).fork(net.id).fork(from);
  const problem: Problem = {
    oracle: net,
    x0,
    goal: { kind: 'leave', labels },
    ball: balls.linf,
    radius: epsilon,
    box: unitBox,
  };
  const correct = (logits: Vec): number =>
    predictions(logits, net.classes).reduce((n, guess, i) => n + (guess === labels[i] ? 1 : 0), 0);
  const attacked = async <Options extends object>(
    attack: Attack<Options>,
    options: Partial<Options>,
  ): Promise<Solution> => finish(solve(attack, problem, { options, random: stream.fork(attack.id) }));
  const fgsm = await attacked(attacks.fgsm, {});
  const pgd = await attacked(attacks.pgd, { steps, stride: stepSize / epsilon, randomStart: true });
  const control = toEightBits(randomControl(problem, pgd.last.x, stream.fork('control')), problem.box, x0);
  return {
    clean: correct(await net.logits(x0)),
    random: correct(await net.logits(control)),
    fgsm: correct(fgsm.shownLogits),
    pgd: correct(pgd.shownLogits),
  };
};

const measureNet = async (id: NetId, digits: Digits): Promise<DigitsPgd['nets'][string]> => {
  const net = await loadNet(id, fileBytes(shippedModels));
  const sums = { clean: 0, random: 0, fgsm: 0, pgd: 0 };
  for (let from = 0; from < count; from += batch) {
    const part = await countCorrect(net, digits, from);
    for (const key of ['clean', 'random', 'fgsm', 'pgd'] as const) sums[key] += part[key];
    progress(`${id}: ${from + batch} of ${count} digits, ${sums.pgd} still right under PGD`);
  }
  net.dispose();
  const percent = (correct: number): string => `${((100 * correct) / count).toFixed(1)} %`;
  say(
    `${id}: ${percent(sums.clean)} right; with random noise ${percent(sums.random)}, FGSM ${percent(sums.fgsm)}, PGD ${percent(sums.pgd)}.`,
  );
  return {
    title: registry[id]?.title ?? id,
    weights: registry[id]?.files['weights.bin']?.sha256 ?? '',
    clean: measured(sums.clean, count),
    random: measured(sums.random, count),
    fgsm: measured(sums.fgsm, count),
    pgd: measured(sums.pgd, count),
  };
};

const measurePgd = async (folder: string): Promise<void> => {
  const digits = await readMnist(folder, 'test');
  const entries: [string, DigitsPgd['nets'][string]][] = [];
  for (const id of nets) entries.push([id, await measureNet(id, digits)]);
  const result = digitsPgd.parse({
    experiment: 'digits-pgd',
    data: { name: 'MNIST', part: 'test', first: count, sha256: mnistFiles.test.images.sha256 },
    n: count,
    seed,
    ball: 'linf',
    epsilon,
    pgd: { steps, stepSize, randomStart: true, goal: 'leave' },
    nets: Object.fromEntries(entries),
  } satisfies DigitsPgd);
  const file = new URL('../../content/results/digits-pgd.json', import.meta.url);
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, `${JSON.stringify(result, undefined, 2)}\n`);
  say('Wrote content/results/digits-pgd.json.');
};

const measurements: Readonly<Record<string, (data?: string) => Promise<void>>> = {
  pgd: (data) => measurePgd(dataSet('mnist', data)),
  strokes: () => measureStrokes(),
  'carry-over': () => measureCarryOver(),
  emblems: () => measureEmblems(),
};

const usage = `npm run measure -- <what>     measures what the text says of our nets, into content/results

  pgd            digits-softmax and digits-lenet on real digits, as they are and attacked; needs MNIST
  strokes        digits-lenet on random digits of our own pen
  emblems        the pictures that head the book and its articles
  carry-over     how far an attack on one net carries over to others
  ${dataUsage}`;

command({ usage, words: true, options: { data: { type: 'string' } } }, async ({ values, positionals }) => {
  if (positionals.length === 0) throw usageError('Say what to measure.');
  await measurements[known('measurement', positionals.join(' '), Object.keys(measurements))]?.(values.data);
});
