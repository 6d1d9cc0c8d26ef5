import type { Preprocessing, RandomPreprocessing } from '../defences/preprocessing.ts';
import type { Answers, Oracle, Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { row } from '../vec.ts';
import { askedAt } from './asked-at.ts';

/** `change` of each row, where `times` rows of gradient belong to one row of x. */
const eachRow = (dimension: number, x: Vec, y: Vec, change: (x: Vec, y: Vec) => Vec): Vec => {
  const out = new Float32Array(y.length);
  const times = y.length / x.length;
  for (let i = 0; i * dimension < y.length; i++) {
    out.set(change(row(x, Math.floor(i / times), dimension), row(y, i, dimension)), i * dimension);
  }
  return out;
};

const through = (oracle: Oracle, preprocessingOf: (x: Vec) => Preprocessing): Oracle => {
  const { dimension } = oracle;
  const seen = (x: Vec): Vec => eachRow(dimension, x, x, (one) => preprocessingOf(one).apply(one));
  const back = (x: Vec, gradients: Vec): Vec =>
    eachRow(dimension, x, gradients, (one, gradient) => preprocessingOf(one).back(one, gradient));
  return askedAt(oracle, seen, back);
};

/** A black box behind a defence that changes its inputs. */
export const preprocessedAnswers = (answers: Answers, { apply }: Preprocessing): Answers => ({
  dimension: answers.dimension,
  classes: answers.classes,
  logits: (x) => answers.logits(eachRow(answers.dimension, x, x, apply)),
});

/** The same model behind a defence that changes its inputs. */
export const preprocessed = (oracle: Oracle, defence: Preprocessing): Oracle =>
  through(oracle, () => defence);

/** A number from a row's bits, by FNV-1a over its 32-bit words. */
const fingerprint = (x: Vec): number => {
  let h = 0x811c9dc5;
  for (const word of new Uint32Array(x.buffer, x.byteOffset, x.length)) h = Math.imul(h ^ word, 0x01000193);
  return h >>> 0;
};

/**
 * The same model behind a defence that draws. What it draws for a row is a function of the stream and of that
 * row's numbers alone: the same question has the same answer, and at another point it draws afresh.
 */
export const randomised = (oracle: Oracle, defence: RandomPreprocessing, random: Random): Oracle =>
  through(oracle, (x) => defence(random.fork(fingerprint(x))));
