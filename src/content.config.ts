import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { claimSchema, discussionSchema } from './components/claims.ts';
import { bind } from './components/markdown/bind.ts';

const date = z.coerce.date();
const sentence = z.string().transform(bind);

/** What the contents show of every article, written or not. */
const listed = {
  title: z.string(),
  order: z.number().int().min(1),
  /** The article's finding in one sentence; it stands in the contents and under the title. */
  summary: sentence,
};

// The slug is the file's name without its number: 02-ten-numbers.mdx is /ten-numbers/.
const articles = defineCollection({
  loader: glob({
    base: './content/articles',
    pattern: '[0-9][0-9]-*.mdx',
    generateId: ({ entry }) => entry.replace(/^\d\d-|\.mdx$/g, ''),
  }),
  schema: z.discriminatedUnion('status', [
    z.strictObject({ ...listed, status: z.literal('planned') }),
    z.strictObject({
      ...listed,
      status: z.literal('published'),
      /** For search engines and cards: one or two sentences. */
      description: z.string().max(300).transform(bind),
      published: date,
      updated: date.optional(),
      /** What the article's card shows, for those who cannot see it. */
      cardAlt: sentence,
    }),
  ]),
});

const site = defineCollection({
  loader: glob({ base: './content', pattern: 'site.yaml' }),
  schema: z.strictObject({
    title: z.string(),
    question: z.string(),
    answer: sentence,
    description: sentence,
    language: z.string(),
    authors: z.array(z.strictObject({ name: z.string(), given: z.string().optional() })).min(1),
    started: date,
    licence: z.strictObject({ name: sentence, url: z.url() }),
    repository: z.union([z.literal(''), z.url()]),
    /** The public question the book answers: a key in references.json and the licence it came under. */
    origin: z.strictObject({ reference: z.string(), licence: sentence }),
  }),
});

const changes = defineCollection({
  loader: glob({ base: './content', pattern: 'changes.yaml' }),
  schema: z.strictObject({
    changes: z.array(
      z.strictObject({ date, article: z.string().optional(), what: sentence, why: sentence.optional() }),
    ),
  }),
});

const nets = defineCollection({
  loader: glob({ base: './content', pattern: 'nets.yaml' }),
  schema: z.strictObject({
    /** By id: what each net is for. */
    nets: z.record(z.string(), sentence),
  }),
});

// The words around a figure; the body is its caption. Its numbers and drawing come from src/figures/<slug>.
const figures = defineCollection({
  loader: glob({ base: './content/figures', pattern: '*.mdx' }),
  schema: z.strictObject({
    /** How to use it, one or two sentences. */
    use: z.string(),
    /** Two or three things to notice. */
    notice: z.array(z.string()).min(1),
    /** What it does not show. */
    limits: z.string(),
    /** Keys in references.json. */
    sources: z.array(z.string()).min(1),
  }),
});

// The public discussion: who speaks there, and one file for each claim, with our verdict; the body says why.
const discussion = defineCollection({
  loader: glob({ base: './content', pattern: 'discussion.yaml' }),
  schema: discussionSchema,
});

const claims = defineCollection({
  loader: glob({ base: './content/claims', pattern: '*.mdx' }),
  schema: claimSchema,
});

/** What an author writes, by kind; each entry is checked against its schema when the site is built. */
export const collections = { articles, claims, discussion, figures, nets, site, changes };
