import type * as tf from '@tensorflow/tfjs-core';
import type { Vec } from '../lab/oracle.ts';
import { joined } from '../lab/vec.ts';

/** The numbers of a tensor, which is freed. */
export const take = async (t: tf.Tensor): Promise<Vec> => {
  const values = new Float32Array(await t.data<'float32'>());
  t.dispose();
  return values;
};

/** Applies `ask` to so many rows at a time, told the place of the first, and joins each of the lists it answers with. */
export const inChunks = async (
  x: Vec,
  dimension: number,
  size: number,
  ask: (rows: Vec, from: number) => Promise<readonly Vec[]>,
): Promise<readonly Vec[]> => {
  if (x.length % dimension !== 0) throw new RangeError(`${x.length} numbers are not rows of ${dimension}.`);
  const answers: (readonly Vec[])[] = [];
  for (let from = 0; from * dimension < x.length; from += size) {
    answers.push(await ask(x.subarray(from * dimension, (from + size) * dimension), from));
  }
  const [only] = answers;
  if (only && answers.length === 1) return only;
  return (only ?? []).map((_, k) => joined(answers.map((lists) => lists[k] as Vec)));
};
