import type { Bench } from '../figures/kit/bench.ts';
import { createBench } from '../figures/kit/create-bench.ts';
import { fileBytes, shippedModels } from '../nets/sources/file.ts';

/** A bench for Node: nets are read from public/models, notes are dropped. */
export const nodeBench = (): Bench => createBench(fileBytes(shippedModels))(() => undefined);
