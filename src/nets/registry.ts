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

/** The id of a net that has shipped. */
export type NetId = keyof typeof written;

/**
 * Every net by its id. Ids are immutable: a retrained net gets a new id, so that an old link keeps its
 * meaning.
 */
export const registry: Registry = registrySchema.parse(written);
