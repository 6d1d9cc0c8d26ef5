import { z } from 'zod';
import written from './registry.json' with { type: 'json' };

const file = z.strictObject({ bytes: z.int().positive(), sha256: z.string().length(64) });

/** The nets that exist and the exact bytes of their files, kept with the code: written by the training command alone. */
export const registrySchema = z.record(
  z.string(),
  z.strictObject({ title: z.string(), files: z.record(z.string(), file) }),
);

export type Registry = z.output<typeof registrySchema>;

export type NetEntry = Registry[string];

/** The id of a net that has shipped and answers questions about passages. */
export type ReaderId = Extract<keyof typeof written, 'reader'>;

/** The id of a net that has shipped and maps numbers to classes. */
export type NetId = Exclude<keyof typeof written, ReaderId>;

/**
 * Every net by its id. Ids are immutable: a retrained net gets a new id, so that an old link keeps its
 * meaning.
 */
export const registry: Registry = registrySchema.parse(written);
