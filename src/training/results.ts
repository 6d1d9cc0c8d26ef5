import { z } from 'zod';

const share = z.number().min(0).max(1);

/** A share of n pictures, with its 95 % Wilson interval. */
export const measured = z.strictObject({
  n: z.int().positive(),
  correct: z.int().nonnegative(),
  rate: share,
  low: share,
  high: share,
});

/**
 * content/results/digits-pgd.json: accuracy of the digit nets on real digits, as they are and attacked,
 * every picture judged as shown, in 8 bits.
 */
export const digitsPgd = z.strictObject({
  experiment: z.literal('digits-pgd'),
  data: z.strictObject({
    name: z.string(),
    part: z.string(),
    first: z.int().positive(),
    sha256: z.string().length(64),
  }),
  n: z.int().positive(),
  seed: z.int(),
  ball: z.literal('linf'),
  epsilon: share,
  pgd: z.strictObject({
    steps: z.int().positive(),
    stepSize: share,
    randomStart: z.boolean(),
    goal: z.literal('leave'),
  }),
  nets: z.record(
    z.string(),
    z.strictObject({
      title: z.string(),
      /** SHA-256 of the weights measured. */
      weights: z.string().length(64),
      clean: measured,
      /** Control: random noise of the same size as PGD's perturbation. */
      random: measured,
      fgsm: measured,
      pgd: measured,
    }),
  ),
});

export type DigitsPgd = z.output<typeof digitsPgd>;

export type Measured = z.output<typeof measured>;

/** content/results/digits-strokes.json: a net trained on scanned digits alone, asked for random stroke digits. */
export const digitsStrokes = z.strictObject({
  experiment: z.literal('digits-strokes'),
  net: z.string(),
  title: z.string(),
  /** SHA-256 of the weights measured. */
  weights: z.string().length(64),
  seed: z.string(),
  n: z.int().positive(),
  all: measured,
  /** By the digit drawn, 0 to 9, and by the way it is written. */
  classes: z.record(z.string(), measured.extend({ variants: z.record(z.string(), measured) })),
});

export type DigitsStrokes = z.output<typeof digitsStrokes>;

const milliseconds = z.number().positive();

/** One way to compute a gradient at one batch size: medians over interleaved rounds in one browser, for the whole batch. */
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

/** content/results/bench.json: the input gradient of digits-lenet against stock TensorFlow.js, on WebAssembly. */
export const benchResult = z.strictObject({
  experiment: z.literal('bench'),
  net: z.string(),
  backend: z.literal('wasm'),
  /** Largest difference between the two gradients, relative to the largest number in them. */
  disagreement: z.number().nonnegative(),
  batches: z.record(z.string(), timed),
});

export type BenchResult = z.output<typeof benchResult>;

/** content/results/bench-figures.json: every figure's published state on the built site in Chromium, in milliseconds. */
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
      /** From the press of Cancel to the word that it was. */
      /** Null where a run is over before it could be cancelled. */
      cancel: milliseconds.nullable(),
    }),
  ),
});

export type BenchFigures = z.output<typeof benchFigures>;

const perSecond = z.number().positive();

/**
 * content/results/bench-laboratory.json: what the laboratory's slowest parts cost on digits-lenet, on WebAssembly in Node. Medians over
 * interleaved rounds.
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

export type BenchLaboratory = z.output<typeof benchLaboratory>;

/** content/results/bench-mobilenet.json: photographs led to random classes in Chromium, milliseconds per picture. */
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

export type BenchMobilenet = z.output<typeof benchMobilenet>;
