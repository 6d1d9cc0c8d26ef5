import * as tf from '@tensorflow/tfjs-core';
import type { Vec } from '../../lab/oracle.ts';
import type { Pointers, Reading, ReaderOracle } from '../../lab/reading/reader.ts';
import { numberAt } from '../../lab/vec.ts';
import { batchOf, embedded } from './batch.ts';
import { named, pointers } from './forward.ts';
import { readerShapes, type ReaderTopology } from './topology.ts';

/** A reader that holds tensors until it is disposed. */
export interface HeldReader extends ReaderOracle {
  dispose(): void;
}

/** Readings computed at once. */
const chunk = 64;

/** A reader of these weights on the backend in use. */
export const readerOracle = (topology: ReaderTopology, weights: readonly Vec[]): HeldReader => {
  const { embedding, rows } = topology.config;
  const [table = new Float32Array(), ...others] = weights;
  const shapes = readerShapes(topology).slice(1);
  const tensors = others.map((values, i) => tf.tensor(values, [...(shapes[i]?.shape ?? [])]));

  const few = async (readings: readonly Reading[]): Promise<readonly Pointers[]> => {
    const batch = batchOf(readings, rows);
    const logits = tf.tidy(() =>
      pointers(
        topology,
        batch,
        tf.tensor2d(embedded(table, batch.rows, embedding), [batch.rows.length, embedding]),
        named(topology, tensors),
      ),
    );
    const values = await logits.data();
    logits.dispose();
    return readings.map(({ passage }, i) => {
      const column = (k: number): Vec =>
        Float32Array.from(passage, (_, j) => numberAt(values, 2 * (i * batch.passageLength + j) + k));
      return { start: column(0), end: column(1) };
    });
  };

  return {
    read: async (readings) => {
      const answers: Pointers[] = [];
      for (let from = 0; from < readings.length; from += chunk) {
        answers.push(...(await few(readings.slice(from, from + chunk))));
      }
      return answers;
    },
    dispose: () => tf.dispose(tensors),
  };
};
