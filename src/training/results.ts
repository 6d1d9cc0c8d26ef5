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

/** How nets for digits fare under nudges, as it is stored. */
export type DigitsPgd = z.output<typeof digitsPgd>;

/** A share of n pictures, with its interval. */
export type Measured = z.output<typeof measured>;

/**
 * content/results/digits-strokes.json: a net trained on scanned digits alone, asked for random stroke digits.
 */
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

/** How a net of scanned digits reads our pen's, class by class, as it is stored. */
export type DigitsStrokes = z.output<typeof digitsStrokes>;
