import { fileURLToPath } from 'node:url';
import type { Vec } from '../lab/oracle.ts';
import { shippedModels } from '../nets/sources/file.ts';
import type { Trainable } from '../nets/training.ts';
import { readModel } from './files.ts';

/** Numbers in rows of one width, in rows of a greater: what is new is zero. */
const widened = (values: Vec, width: number, wanted: number): Vec => {
  const wide = new Float32Array((values.length / width) * wanted);
  for (let r = 0; r * width < values.length; r++)
    wide.set(values.subarray(r * width, (r + 1) * width), r * wanted);
  return wide;
};

/** The weights of a shipped net, to go on from; where the new net has more classes, theirs begin at zero. */
export const startFrom = async (id: string, { shapes }: Trainable): Promise<readonly Vec[]> => {
  const { layers, weights } = await readModel(fileURLToPath(new URL(`${id}/`, shippedModels)));
  const widths = layers.flatMap((layer) => layer.weights).map(({ shape }) => shape.at(-1) ?? 1);
  return shapes.map(({ shape }, i) =>
    widened(weights[i] ?? new Float32Array(), widths[i] ?? 1, shape.at(-1) ?? 1),
  );
};
