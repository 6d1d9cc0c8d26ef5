import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import { doubtsAfter, doubtsBefore } from '../../lab/doubts.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { counted, type Counts } from '../../lab/oracles/counted.ts';
import type { Problem } from '../../lab/problem.ts';
import { random, streamFrom } from '../../lab/random.ts';
import { readerError } from '../../lab/reader-error.ts';
import { finish, solve } from '../../lab/solve.ts';
import { joined, row } from '../../lab/vec.ts';
import { command, progress, say } from '../command.ts';
import { flagsOf, help, taken, type Flags } from './flags.ts';
import { isLink, linkedPicture } from './linked.ts';
import { attackedOracle, readModel } from './model.ts';
import { readPictures, type Pictures, type Shape } from './pictures.ts';
import { judged, standingAfter, summarise, type Attacked } from './report.ts';
import { text } from './text.ts';
import { writeOut } from './write.ts';

/** Numbers attacked at once: a hundred digits, seven pictures of 224 × 224 × 3. */
const batchNumbers = 2 ** 20;

interface Run {
  readonly pictures: readonly Attacked[];
  readonly saved: Vec;
  readonly unrounded: Vec;
  readonly counts: Counts;
  readonly seconds: number;
  /** Of an attack in parts: their names in order, and which reached each picture's goal, if any. */
  readonly parts: readonly string[];
  readonly by: readonly (string | undefined)[];
}

/**
 * What some attacks are helped by: the shape of the pictures, pictures of the target, that what counts is
 * saved in 8 bits.
 */
const aidsOf = ({ attack, target, unclipped }: Flags, shape: Shape, { x, labels }: Pictures): object => {
  const [height, width, channels = 1] = shape;
  const dimension = x.length / labels.length;
  const like = Array.from(labels.keys()).filter((i) => labels[i] === target);
  const pictures = joined(like.slice(0, 50).map((i) => row(x, i, dimension)));
  return {
    ...('shape' in attack.options && width !== undefined && { shape: { height, width, channels } }),
    ...('tries' in attack.options && { pictures }),
    // The smallest perturbation would be lost in rounding, if rounding were not part of the search.
    ...('eightBits' in attack.options && { eightBits: !unclipped }),
  };
};

const runAll = async (
  flags: Flags,
  plain: Oracle,
  { x, labels, names }: Pictures,
  aids: object,
): Promise<Run> => {
  const { attack, target } = flags;
  const { oracle, counts } = counted(plain);
  const { dimension, classes } = oracle;
  const batch =
    attack.together === true ? labels.length : Math.max(1, Math.floor(batchNumbers / 10 / dimension));
  const saved = new Float32Array(x.length);
  const unrounded = new Float32Array(x.length);
  const pictures: Attacked[] = [];
  const parts = new Set<string>();
  const by: (string | undefined)[] = [];
  const start = performance.now();
  for (let from = 0; from < labels.length; from += batch) {
    const to = Math.min(labels.length, from + batch);
    const x0 = x.slice(from * dimension, to * dimension);
    const given = labels.slice(from, to);
    const problem: Problem = {
      oracle,
      x0,
      goal:
        target === undefined
          ? { kind: 'leave', labels: given }
          : { kind: 'reach', labels: new Int32Array(given.length).fill(target) },
      ball: balls[flags.ball],
      radius: flags.epsilon,
      box: flags.unclipped ? [-1e3, 1e3] : unitBox,
    };
    const before = await plain.logits(x0);
    // The stream of the figure attack, so that the same seed gives what it shows.
    const stream = streamFrom(random(flags.seed).fork('attack'), from);
    const setting = { options: { ...aids, ...flags.options }, random: stream };
    const { last, shown, shownLogits } = await finish(
      solve(attack, problem, setting),
      ({ index, parts: { now } = { now: '' } }) => {
        if (now !== '') parts.add(now);
        const part = now === '' ? '' : `${now}, `;
        progress(`${attack.id}: pictures ${from + 1} to ${to} of ${labels.length}, ${part}step ${index}`);
      },
    );
    by.push(...(last.parts?.by ?? []));
    // What has left the box cannot be saved in 8 bits: it is judged as it is.
    const kept = flags.unclipped ? { x: last.x, logits: last.logits } : { x: shown, logits: shownLogits };
    saved.set(kept.x, from * dimension);
    unrounded.set(last.x, from * dimension);
    const answers = { before, shown: kept.logits, unrounded: last.logits };
    if (before.length !== given.length * classes) throw new RangeError('The model answered for other rows.');
    pictures.push(
      ...judged(
        { names: names.slice(from, to), labels: given, x0, shown: kept.x, unrounded: last.x },
        answers,
        target,
      ),
    );
  }
  progress('');
  const seconds = (performance.now() - start) / 1000;
  return { pictures, saved, unrounded, counts: counts(), seconds, parts: [...parts], by };
};

const firstOf = ({ x, labels, names }: Pictures, n: number): Pictures => {
  const dimension = x.length / labels.length;
  return { x: x.slice(0, n * dimension), labels: labels.slice(0, n), names: names.slice(0, n) };
};

/** The settings as they were used, without pictures. */
const settled = ({ attack, options }: Flags, aids: object): object =>
  Object.fromEntries(
    Object.entries({ ...attack.defaults, ...aids, ...options }).filter(([name]) => name !== 'pictures'),
  );

/** Why what the attack finds could not be trusted, from the first pictures. */
const doubtsOf = (oracle: Oracle, pictures: Pictures): Promise<readonly string[]> => {
  const { x, labels } = firstOf(pictures, Math.min(100, pictures.labels.length));
  return doubtsBefore(oracle, x, labels);
};

const checkLabels = ({ classes }: Oracle, { labels }: Pictures, { target }: Flags): void => {
  const strange = labels.findIndex((label) => !(label >= 0 && label < classes));
  const known = `the model knows the classes 0 to ${classes - 1}`;
  if (strange !== -1) {
    throw readerError(
      `Picture ${strange} has the label ${labels[strange]}, but ${known}; take labels made for it.`,
    );
  }
  if (target !== undefined && target >= classes) throw readerError(`--target is ${target}, but ${known}.`);
};

command({ usage: help, ...taken }, async (asked) => {
  const flags = flagsOf(asked);
  const model = await readModel(flags);
  try {
    const there = isLink(flags.inputs)
      ? await linkedPicture(flags.inputs, model)
      : await readPictures(flags.inputs, flags.labels, model.shape, Math.max(flags.limit, 500));
    const pictures = firstOf(there, flags.limit);
    checkLabels(model, pictures, flags);
    const oracle = await attackedOracle(model, flags);
    const aids = aidsOf(flags, model.shape, there);
    const before = flags.attack.inParts === true ? await doubtsOf(oracle, pictures) : [];
    const run = await runAll(flags, oracle, pictures, aids);
    const summary = summarise(run.pictures, flags.target);
    const n = run.pictures.length;
    const report = {
      model: flags.model,
      attack: flags.attack.id,
      ball: flags.ball,
      epsilon: flags.epsilon,
      ...(flags.target !== undefined && { target: flags.target }),
      options: settled(flags, aids),
      gradient: flags.gradient,
      clipped: !flags.unclipped,
      seed: flags.seed,
      ...summary,
      ...(run.parts.length > 0 && {
        parts: standingAfter(run.pictures, run.parts, run.by, flags.target),
        doubts: [...before, ...doubtsAfter(run.by, ['square'])],
      }),
      perPicture: { queries: run.counts.queries / n, gradients: run.counts.gradients / n },
      seconds: run.seconds,
      images: run.pictures,
    };
    for (const name of flags.unused) {
      process.stderr.write(`${flags.attack.id} has no --${name}; it was not used.\n`);
    }
    say(flags.json ? JSON.stringify(report) : text(report));
    if (flags.out !== undefined) await writeOut(flags.out, model.shape, run, !flags.unclipped, report);
  } finally {
    model.dispose();
  }
});
