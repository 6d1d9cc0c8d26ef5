import { readerError } from '../reader-error.ts';
import type { Answers, Oracle, Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { add, row } from '../vec.ts';
import type { RandomPreprocessing } from '../defences/preprocessing.ts';
import { differentiable } from './differentiable.ts';
import { eachAnswer, meanProbabilities, votes, type Pooling } from './pooling.ts';
import { randomised } from './preprocessed.ts';

const answersOf = async (members: readonly Answers[], x: Vec): Promise<readonly Vec[]> => {
  const answers: Vec[] = [];
  // One after the other: they share a backend.
  for (const member of members) answers.push(await member.logits(x));
  return answers;
};

const shapeOf = <Any extends Answers>(members: readonly Any[]): Pick<Any, 'dimension' | 'classes'> => {
  const [first] = members;
  if (!first) throw readerError('An ensemble needs a network; choose at least one.');
  const { dimension, classes } = first;
  if (members.some((member) => member.dimension !== dimension || member.classes !== classes)) {
    throw readerError(
      'Networks vote together only if they read the same pictures and know the same classes.',
    );
  }
  return { dimension, classes };
};

/**
 * Several models that answer as one and are attacked as one: each gradient is that of the common answer (Liu
 * et al. 2017, for the mean of probabilities). Before a gradient every member is asked for its logits.
 */
export const ensemble = (members: readonly Oracle[], pooling: Pooling = meanProbabilities): Oracle => {
  const { dimension, classes } = shapeOf(members);
  return differentiable({
    dimension,
    classes,
    logits: async (x) => eachAnswer(await answersOf(members, x), classes, pooling.pool),
    pullback: async (x, weigh) => {
      const answers = await answersOf(members, x);
      const logits = eachAnswer(answers, classes, pooling.pool);
      const asked = weigh(logits, 0);
      const weights = members.map(() => new Float32Array(logits.length));
      for (let i = 0; i * classes < logits.length; i++) {
        const rows = answers.map((z) => row(z, i, classes));
        pooling.back(rows, row(asked, i, classes)).forEach((w, m) => weights[m]?.set(w, i * classes));
      }
      let gradient: Vec = new Float32Array(x.length);
      for (const [m, member] of members.entries()) {
        const own = await member.pullback(x, (z, from) =>
          weights[m].slice(from * classes, from * classes + z.length),
        );
        gradient = add(gradient, own.gradient);
      }
      return { logits, gradient };
    },
  });
};

/**
 * The members' votes for each class, each for the one it is surest of, plus the mean probability, which
 * decides where votes are equal. Votes have no gradient: attack them with that of `ensemble` (see
 * `withGradientOf`).
 */
export const vote = (members: readonly Answers[]): Answers => {
  const { dimension, classes } = shapeOf(members);
  return {
    dimension,
    classes,
    logits: async (x) => eachAnswer(await answersOf(members, x), classes, votes),
  };
};

/**
 * A model behind a defence that draws, as an attacker averages it: the mean over so many draws (expectation
 * over transformation; Athalye et al. 2018, section 4.2). What is drawn depends on the stream and on the
 * input alone.
 */
export const expectation = (
  oracle: Oracle,
  defence: RandomPreprocessing,
  draws: number,
  random: Random,
  pooling: Pooling = meanProbabilities,
): Oracle =>
  ensemble(
    Array.from({ length: draws }, (_, k) => randomised(oracle, defence, random.fork(k))),
    pooling,
  );
