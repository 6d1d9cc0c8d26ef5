import { z } from 'zod';

/** A pattern of which a net is sure that it is a digit. */
const emblem = z.strictObject({
  digit: z.int().min(0).max(9),
  /** The seed of its evolution. */
  seed: z.int(),
  confidence: z.number().min(0.9999).max(1),
  /** As the encoding writes it. */
  genome: z.string(),
});

/**
 * A pattern with how it came about: the best of its cell after some of the generations, the last of which it
 * is.
 */
const evolved = emblem.extend({
  history: z
    .array(
      z.strictObject({
        generation: z.int().min(0),
        confidence: z.number().min(0).max(1),
        genome: z.string(),
      }),
    )
    .min(1),
});

/** content/results/emblems.json: evolved patterns for the home page, one a digit, and for the articles. */
export const emblems = z.strictObject({
  experiment: z.literal('emblems'),
  net: z.string(),
  title: z.string(),
  /** SHA-256 of the weights that were asked. */
  weights: z.string().length(64),
  generations: z.int().positive(),
  digits: z.array(evolved).length(10),
  articles: z.record(z.string(), emblem),
});

/** What is stored of all emblems: those of the digits, and one an article. */
export type Emblems = z.output<typeof emblems>;
