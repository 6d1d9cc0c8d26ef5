import { z } from 'zod';
import { measured } from '../results.ts';

const share = z.number().min(0).max(1);

const milliseconds = z.number().positive();

/**
 * One way to compute a gradient at one batch size: medians over interleaved rounds in one browser, for the
 * whole batch.
 */
const timed = z.strictObject({
  batch: z.int().positive(),
  rounds: z.int().positive(),
  /** A forward pass by our net and by the layers model. */
  forward: z.strictObject({ ours: milliseconds, stock: milliseconds }),
  /** The input gradient by our net and by the tape on stock kernels. */
  gradient: z.strictObject({ ours: milliseconds, stock: milliseconds }),
  /** How many times faster our gradient is: the median of the rounds' ratios. */
  speedup: z.number().positive(),
  /** What a gradient costs in forward passes of its own kind. */
  passes: z.strictObject({ ours: z.number().positive(), stock: z.number().positive() }),
});

/**
 * content/results/bench.json: the input gradient of digits-lenet against stock TensorFlow.js, on WebAssembly.
 */
export const benchResult = z.strictObject({
  experiment: z.literal('bench'),
  net: z.string(),
  backend: z.literal('wasm'),
  /** Largest difference between the two gradients, relative to the largest number in them. */
  disagreement: z.number().nonnegative(),
  batches: z.record(z.string(), timed),
});

/** What the kernels took, as it is stored. */
export type BenchResult = z.output<typeof benchResult>;

/**
 * content/results/bench-figures.json: every figure's published state on the built site in Chromium, in
 * milliseconds.
 */
export const benchFigures = z.strictObject({
  experiment: z.literal('bench-figures'),
  figures: z.record(
    z.string(),
    z.strictObject({
      /** From the press of the button to the first frame, with nothing loaded yet and with all at hand. */
      firstFrameCold: milliseconds,
      firstFrameCached: milliseconds,
      /** From one frame to the next, at full speed; 0 where all came within one refresh of the screen. */
      perStep: z.number().nonnegative(),
      /** The longest the main thread was busy at a stretch; 0 where never for 50 ms. */
      longestTask: z.number().nonnegative(),
      /** From the press of Cancel to the word that it was; null where a run is over before it could be. */
      cancel: milliseconds.nullable(),
    }),
  ),
});

/** What the figures took in Chromium, as it is stored. */
export type BenchFigures = z.output<typeof benchFigures>;

/**
 * content/results/bench-engines.json: every figure's published state in a worker of each browser engine, in
 * milliseconds.
 */
export const benchEngines = z.strictObject({
  experiment: z.literal('bench-engines'),
  engines: z.record(
    z.string(),
    z.strictObject({
      /** As the browser names itself. */
      version: z.string(),
      figures: z.record(
        z.string(),
        z.strictObject({
          /**
           * From the question for the first frame to its answer, worker and network started anew, files at
           * hand.
           */
          firstFrame: milliseconds,
          /** Between two frames, on average; null where there is one. */
          perStep: z.number().nonnegative().nullable(),
          /** What computed it; null where no network is asked. */
          backend: z.string().nullable(),
        }),
      ),
    }),
  ),
});

/** What the figures took in each browser engine, as it is stored. */
export type BenchEngines = z.output<typeof benchEngines>;

const perSecond = z.number().positive();

/**
 * content/results/bench-laboratory.json: what the laboratory's slowest parts cost on digits-lenet, on
 * WebAssembly in Node. Medians over interleaved rounds.
 */
export const benchLaboratory = z.strictObject({
  experiment: z.literal('bench-laboratory'),
  net: z.string(),
  backend: z.literal('wasm'),
  /** By encoding: pictures evolved a second, beside those that the net alone answers at the same batch. */
  evolution: z.record(
    z.string(),
    z.strictObject({
      batch: z.int().positive(),
      rounds: z.int().positive(),
      evolved: perSecond,
      forward: perSecond,
      /** The median of the rounds' ratios. */
      ratio: z.number().positive(),
    }),
  ),
  /** By attack: stroke digits attacked at once under these settings, and what each cost. */
  attacks: z.record(
    z.string(),
    z.strictObject({
      title: z.string(),
      options: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
      goal: z.enum(['leave', 'reach']),
      pictures: z.int().positive(),
      rounds: z.int().positive(),
      perPicture: milliseconds,
      /** Share of the pictures that are taken for what the attack wanted. */
      success: share,
    }),
  ),
});

/** What the laboratory took in Node, as it is stored. */
export type BenchLaboratory = z.output<typeof benchLaboratory>;

/**
 * content/results/bench-mobilenet.json: photographs led to random classes in Chromium, milliseconds per
 * picture.
 */
export const benchMobilenet = z.strictObject({
  experiment: z.literal('bench-mobilenet'),
  net: z.string(),
  radius: share,
  steps: z.int().positive(),
  seed: z.int(),
  backends: z.record(
    z.string(),
    z.strictObject({
      forward: milliseconds,
      gradient: milliseconds,
      /** The whole attack on one picture, judged in 8 bits. */
      attack: milliseconds,
      success: measured,
      /** Mean probability of the targets that were reached. */
      confidence: share,
      /** Largest change of a number in any picture, in 8 bits. */
      largest: share,
    }),
  ),
});

/** What attacks on MobileNet took, as it is stored. */
export type BenchMobilenet = z.output<typeof benchMobilenet>;
