import { z } from 'zod';
import { card } from './card.ts';
import elsewhere from './on-demand.json' with { type: 'json' };
import written from './registry.json' with { type: 'json' };

const file = z.strictObject({ bytes: z.int().positive(), sha256: z.string().length(64) });

/**
 * What is known beforehand of a net that does not ship: it is loaded only once the reader has agreed to the
 * download.
 */
const onDemand = z.strictObject({
  /** Where its files are published, unless this site has a copy of them; ends in a slash. */
  address: z.url().endsWith('/'),
  /** Between which numbers the net wants its pixels; attacks see 0 … 1. */
  range: z.tuple([z.number(), z.number()]),
  card: card.omit({ id: true, title: true, bytes: true, files: true }),
});

/**
 * The nets that exist and the exact bytes of their files, kept with the code: written by the training command
 * alone.
 */
export const registrySchema = z.record(
  z.string(),
  z.strictObject({ title: z.string(), files: z.record(z.string(), file), onDemand: onDemand.optional() }),
);

/** The nets by id. */
export type Registry = z.output<typeof registrySchema>;

/** What the registry says of one net: its title and its files, each with its SHA-256. */
export type NetEntry = Registry[string];

/** The id of a net that has shipped and answers questions about passages. */
export type ReaderId = Extract<keyof typeof written, 'reader'>;

/** The id of a net that maps numbers to classes: it has shipped, or is loaded on demand. */
export type NetId = Exclude<keyof typeof written, ReaderId> | keyof typeof elsewhere;

/**
 * Every net by its id. Ids are immutable: a retrained net gets a new id, so that an old link keeps its
 * meaning.
 */
export const registry: Registry = registrySchema.parse({ ...written, ...elsewhere });

/** Bytes to be loaded for a net: what a reader is told before agreeing to a download. */
export const downloadSize = ({ files }: NetEntry): number =>
  Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
