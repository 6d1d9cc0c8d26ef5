import type * as tf from '@tensorflow/tfjs-core';
import type { Vec } from '../lab/oracle.ts';
import { joined } from '../lab/vec.ts';

/** Milliseconds after which a worker has been deaf for long enough. */
const breath = 250;

let heard = performance.now();

/** Lets a worker hear and say what waits to be heard and said, where its last chance is a while ago. */
const breathe = async (): Promise<void> => {
  if (performance.now() - heard < breath) return;
  await new Promise((resolve) => setTimeout(resolve));
  heard = performance.now();
};

/** The numbers of a tensor, which is freed. */
export const take = async (t: tf.Tensor): Promise<Vec> => {
  const values = new Float32Array(await t.data<'float32'>());
  t.dispose();
  return values;
};

/**
 * Applies `ask` to so many rows at a time, told the place of the first, and joins each of the lists it
 * answers with. However many there are, the worker stays one that listens.
 */
export const inChunks = async (
  x: Vec,
  dimension: number,
  size: number,
  ask: (rows: Vec, from: number) => Promise<readonly Vec[]>,
): Promise<readonly Vec[]> => {
  if (x.length % dimension !== 0) throw new RangeError(`${x.length} numbers are not rows of ${dimension}.`);
  const answers: (readonly Vec[])[] = [];
  for (let from = 0; from * dimension < x.length; from += size) {
    await breathe();
    answers.push(await ask(x.subarray(from * dimension, (from + size) * dimension), from));
  }
  const [only] = answers;
  if (only && answers.length === 1) return only;
  return (only ?? []).map((_, k) => joined(answers.map((lists) => lists[k] as Vec)));
};
