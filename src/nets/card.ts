import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const share = z.number().min(0).max(1);

const accuracy = { n: z.int().positive(), rate: share, low: share, high: share };

/**
 * What is known about a net: `card.json` beside its weights, or in the code where those do not ship. Undated,
 * so that the same training writes the same bytes.
 */
export const card = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Names and SHA-256 of the unpacked files it was trained on and judged by. */
  data: z.strictObject({
    name: z.string(),
    train: z.array(z.strictObject({ name: z.string(), sha256: hash })),
    test: z.array(z.strictObject({ name: z.string(), sha256: hash })),
  }),
  /** Of the training; unknown of a net that others trained. */
  seed: z.int().optional(),
  epochs: z.int().positive().optional(),
  /**
   * Share of the n test examples classified correctly by the weights as they are loaded, ours in half
   * precision, 95 % Wilson interval.
   */
  accuracy: z.strictObject(accuracy),
  /** The same for further trials: sets never trained on, attacks. */
  further: z.array(z.strictObject({ name: z.string(), ...accuracy })).optional(),
  /** The attack that the pictures it learned from were under; absent where there was none. */
  adversary: z
    .strictObject({
      ball: z.enum(['linf', 'l2', 'l1', 'l0']),
      radius: z.number().positive(),
      steps: z.int().positive(),
      /** Of TRADES: how much agreement counts; without it the net learned from attacked pictures alone. */
      beta: z.number().positive().optional(),
    })
    .optional(),
  /**
   * Of nets that read: mean F1 of the answers (Rajpurkar et al. 2016), 95 % interval; accuracy is then the
   * share of exact ones.
   */
  f1: z
    .array(
      z.strictObject({ name: z.string(), n: z.int().positive(), mean: share, low: share, high: z.number() }),
    )
    .optional(),
  /** Numbers learned. */
  parameters: z.int().positive(),
  /** Bytes of model.json and the weights together. */
  bytes: z.int().positive(),
  files: z.record(z.string(), z.strictObject({ bytes: z.int().positive(), sha256: hash })),
  licence: z.string(),
});

/** What is known of a net: where it comes from, what it learned from, and how well. */
export type Card = z.output<typeof card>;
