import '@citation-js/plugin-csl';
import { Cite } from '@citation-js/core';
import { z } from 'astro/zod';
import references from '../../content/references.json';

const person = z.union([
  z.strictObject({ family: z.string(), given: z.string() }),
  z.strictObject({ literal: z.string() }),
]);

const work = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z]+\d{4}[a-z]+$/, 'a key is name, year and a word, as in goodfellow2015explaining'),
    type: z.enum(['article', 'article-journal', 'paper-conference', 'book', 'post-weblog', 'webpage']),
    title: z.string(),
    author: z.array(person).min(1),
    issued: z.strictObject({ 'date-parts': z.tuple([z.array(z.number().int()).min(1).max(3)]) }),
    'container-title': z.string().optional(),
    publisher: z.string().optional(),
    volume: z.string().optional(),
    issue: z.string().optional(),
    page: z.string().optional(),
    genre: z.string().optional(),
    ISBN: z.string().optional(),
    DOI: z.string().startsWith('10.').optional(),
    URL: z.url().optional(),
  })
  .refine(
    ({ type, DOI, URL = '' }) =>
      !/^(article|paper)/.test(type) || DOI !== undefined || URL.startsWith('https://arxiv.org/abs/'),
    'a paper needs its DOI or its arXiv address',
  )
  .refine(({ DOI, URL, ISBN }) => DOI ?? URL ?? ISBN, 'a work needs a DOI, a URL or an ISBN');

/** One entry of content/references.json, in CSL-JSON. */
export type Work = z.infer<typeof work>;

const parsed = z.array(work).safeParse(references);
if (!parsed.success) throw new Error(`content/references.json: ${z.prettifyError(parsed.error)}`);

/** All works the book may cite, by key. */
export const works: ReadonlyMap<string, Work> = new Map(parsed.data.map((entry) => [entry.id, entry]));
if (works.size < parsed.data.length) throw new Error('content/references.json: a key stands there twice.');

/** The work of that key; a key that is missing stops the build. */
export const workOf = (key: string): Work => {
  const found = works.get(key);
  if (found) return found;
  throw new Error(
    `“${key}” is cited, but content/references.json has no such entry. It has ${[...works.keys()].join(', ')}.`,
  );
};

const library = new Cite(parsed.data);
const style = { style: 'apa', lang: 'en-US' } as const;
const format = library.format.bind(library) as (kind: string, options: object) => unknown;
const inText = (entry: object): string => format('citation', { ...style, entry }) as string;

/** How the text speaks of a work: { authors: 'Goodfellow et al.', year: '2015' }. */
export const callName = (key: string): { readonly authors: string; readonly year: string } => ({
  authors: inText({ id: workOf(key).id, 'author-only': true }),
  year: inText({ id: key, 'suppress-author': true }).replace(/^\(|\)$/g, ''),
});

/** One work of a bibliography: its key, and its line set in the house's style, as HTML. */
export interface Entry {
  readonly key: string;
  readonly html: string;
}

/** The given works as a bibliography: sorted and set in the house's style, each once. */
export const bibliography = (keys: Iterable<string>): readonly Entry[] => {
  const entry = [...new Set(keys)].map((key) => workOf(key).id);
  if (entry.length === 0) return [];
  const options = { ...style, format: 'html', hyperlinks: true, asEntryArray: true, entry };
  const rows = format('bibliography', options) as readonly (readonly [string, string])[];
  return rows.map(([key, html]) => ({ key, html: html.trim().replace(/^<div[^>]*>|<\/div>$/g, '') }));
};

const fullName = (author: Work['author'][number]): string =>
  'literal' in author ? author.literal : `${author.given} ${author.family}`;

/** A work as one `citation_reference` of Google Scholar's meta tags. */
export const scholarReference = (key: string): string => {
  const { title, author, issued, DOI, URL, ...rest } = workOf(key);
  const fields: (readonly [string, string | undefined])[] = [
    ['title', title],
    ...author.map((one) => ['author', fullName(one)] as const),
    ['publication_date', issued['date-parts'][0].join('/')],
    [rest.type === 'paper-conference' ? 'conference_title' : 'journal_title', rest['container-title']],
    ['doi', DOI],
    ['arxiv_id', URL?.match(/arxiv\.org\/abs\/(.+)$/)?.[1]],
  ];
  return fields
    .flatMap(([name, value]) => (value === undefined ? [] : [`citation_${name}=${value}`]))
    .join('; ');
};

/** A work's own address, for schema.org. */
export const addressOf = (key: string): string | undefined => {
  const { DOI, URL } = workOf(key);
  return DOI === undefined ? URL : `https://doi.org/${DOI}`;
};
