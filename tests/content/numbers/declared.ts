import { parseFrontmatter } from '@astrojs/markdown-remark';
import { z } from 'zod';

const name = z.string().min(1);

/** Where a number that stands in the text comes from: exactly one of these. */
const sources = {
  /**
   * A key of content/references.json, cited by the paragraph. With `row` the number is compared, else `where`
   * says where it stands there.
   */
  published: name,
  /** Slug of a figure, a preset unless it is the published state, and a number of its outcome. */
  outcome: z.union([z.tuple([name, name]), z.tuple([name, name, name])]),
  /** Slug of a figure, a preset unless it is the published state, and a field of its state. */
  state: z.union([z.tuple([name, name]), z.tuple([name, name, name])]),
  /** Slug of a figure, and a preset unless it is the published state: a number of its table. */
  table: z.union([z.tuple([name]), z.tuple([name, name])]),
  /** A file of content/results, or models/<id>/card, and a path in it. */
  result: z.tuple([name, name]),
  /** An experiment, and a row whose number this is; with n, how many were counted there. */
  measured: z.union([z.tuple([name, name]), z.tuple([name, name, z.literal('n')])]),
  /** An experiment that names this setting in its title, or in that row's name. */
  setting: z.union([z.tuple([name]), z.tuple([name, name])]),
  /** One of the constants of constants.ts. */
  code: name,
  /** A key of content/references.json: the year of that work. */
  year: name,
  /** What happened then, and how one knows. */
  dated: name,
  /** A run of ours that no command repeats, and where what it found is kept. */
  once: name,
  /** Everyday counting or plain mathematics: why it needs no source. */
  plain: name,
};

/** The ways to say where a number comes from. */
export const kinds = Object.keys(sources) as readonly (keyof typeof sources)[];

const entry = z
  .strictObject({
    /** Words of the text, with the number, as they stand there; `…` is what a component writes. */
    text: name,
    ...z.object(sources).partial().shape,
    row: z.tuple([name, name]).optional(),
    where: name.optional(),
  })
  .refine((one) => kinds.filter((kind) => one[kind] !== undefined).length === 1, {
    error: `an entry has exactly one of ${kinds.join(', ')}`,
  })
  .refine(({ published, row, where }) => (row ?? where) === undefined || published !== undefined, {
    error: 'row and where belong to published',
  })
  .refine(({ published, row, where }) => published === undefined || (row ?? where) !== undefined, {
    error: 'a published number has a row of an experiment to be compared with, or says where it stands',
  });

/** One number, or several of one source, of a text. */
export type Entry = z.output<typeof entry>;

const schema = z.record(z.string(), z.array(entry).min(1));

/** The entries of all texts by their path in content, those of `everywhere` among them. */
export type Declared = z.output<typeof schema>;

/** What a text of YAML declares; a sentence that says what is wrong in it. */
export const parseDeclared = (yaml: string): Declared => {
  const found = schema.safeParse(parseFrontmatter(`---\n${yaml}\n---\n`).frontmatter);
  if (found.success) return found.data;
  throw new Error(`content/numbers.yaml: ${z.prettifyError(found.error)}`);
};
