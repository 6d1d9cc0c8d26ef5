import type { z } from 'zod';
import type { Digits } from '../../data/mnist.ts';
import type { Oracle } from '../../lab/oracle.ts';
import type { ReaderOracle } from '../../lab/reading/reader.ts';
import type { NetId, ReaderId } from '../../nets/net.ts';
import type { mobilenetFolder, samplesFolder } from '../photographs.ts';
import type { Recipe } from '../recipes/recipe.ts';
import type { Row } from './row.ts';

/** A net whose authors published its weights, in the folder of data sets: Nguyen et al.'s or DeepFool's. */
export type PublishedNet = 'lenet-f' | 'lenet-d';

/** What else an experiment may need of that folder: a part of it, by its name. */
export type Needed = PublishedNet | typeof mobilenetFolder | typeof samplesFolder;

/** What an experiment may use. */
export interface Laboratory {
  /** The folder of data sets. */
  readonly folder: string;
  readonly quick: boolean;
  /** The 10,000 test digits. */
  readonly digits: Digits;
  /** Those to train on; read when first asked for. */
  readonly training: () => Promise<Digits>;
  /** Published weights, on pixels in 0 … 1; whatever mean they want is subtracted inside. */
  readonly published: (id: PublishedNet) => Promise<Oracle>;
  /** The mean that a published net subtracts; zeros where none. */
  readonly meanOf: (id: PublishedNet) => Promise<Float32Array<ArrayBuffer>>;
  /** One of our nets, as it ships. */
  readonly net: (id: NetId) => Promise<Oracle>;
  /** Our net that reads, as it ships. */
  readonly reader: (id: ReaderId) => Promise<ReaderOracle>;
  /** A net that this recipe trains on the digits at hand: resumed, and trained once for all experiments. */
  readonly trained: (recipe: Recipe, digits?: Digits) => Promise<Oracle>;
  /** A part of the experiment, as an interrupted run has left it, or else made now. */
  readonly part: <T>(name: string, schema: z.ZodType<T>, make: () => Promise<T>) => Promise<T>;
  readonly progress: (text: string) => void;
}

/** Some numbers of the literature, measured again. */
export interface Experiment {
  readonly id: string;
  readonly title: string;
  readonly seed: number;
  /** Published nets and pictures that it needs; all need the digits. */
  readonly needs: readonly Needed[];
  /** Whether the quick run has it: it must then stay within a few seconds where `quick` is set. */
  readonly quick: boolean;
  readonly run: (lab: Laboratory) => Promise<readonly Row[]>;
}
