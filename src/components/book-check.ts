import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** An article as its file says: its slug, and whether it is published. */
export interface ListedArticle {
  readonly slug: string;
  readonly published: boolean;
}

/**
 * A figure and the slug of the article that it says it belongs to; undefined where it does not say so in
 * plain text.
 */
export interface ListedFigure {
  readonly slug: string;
  readonly article: string | undefined;
}

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, root)), 'utf8');
const names = (folder: string): readonly string[] => readdirSync(fileURLToPath(new URL(folder, root)));

/** The articles of content/articles, from their front matter. */
export const listedArticles = (): readonly ListedArticle[] =>
  names('content/articles/')
    .filter((file) => /^\d\d-.*\.mdx$/.test(file))
    .map((file) => ({
      slug: file.replace(/^\d\d-|\.mdx$/g, ''),
      published: /^status: published$/m.test(read(`content/articles/${file}`)),
    }));

/**
 * The figures of src/figures, from the text of their figure.ts: a build's configuration cannot load drawings.
 */
export const listedFigures = (): readonly ListedFigure[] =>
  names('src/figures/')
    .filter((slug) => slug !== 'kit' && !slug.includes('.'))
    .map((slug) => ({
      slug,
      article: /^ {2}article: '([^']+)',$/m.exec(read(`src/figures/${slug}/figure.ts`))?.[1],
    }));

/** What is wrong between articles and figures, each flaw in one sentence; empty where all is well. */
export const flawsOfBook = (
  articles: readonly ListedArticle[],
  figures: readonly ListedFigure[],
): readonly string[] => {
  const slugs = articles.map(({ slug }) => slug);
  const astray = figures.flatMap(({ slug, article }) => {
    if (article === undefined)
      return [`src/figures/${slug}/figure.ts names no article; write article: '<slug>'.`];
    if (slugs.includes(article)) return [];
    return [
      `The figure ${slug} belongs to the article “${article}”, which is not there; there are ${slugs.join(', ')}.`,
    ];
  });
  const bare = articles
    .filter(({ slug, published }) => published && !figures.some(({ article }) => article === slug))
    .map(
      ({ slug }) =>
        `The article ${slug} is published but no figure belongs to it, so it has no card: give a figure article: '${slug}', or the article status: planned.`,
    );
  return [...astray, ...bare];
};

/** What a build leaves out because a setting is empty, in one line; undefined where both are set. */
export const leftOut = (settings: string, site: string | undefined): string | undefined => {
  const repository = /^repository: *['"]?([^'"\s]*)/m.exec(settings)?.[1] ?? '';
  const parts = [
    repository === '' && 'content/site.yaml names no repository: links to the source are left out',
    (site ?? '') === '' &&
      'SITE is not set: addresses begin with http://localhost:4321, and there is no sitemap',
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : parts.join('; ');
};

/**
 * Astro integration: a build begins with what is wrong in the book, which ends it, or with what it leaves
 * out.
 */
export const bookCheck = (): AstroIntegration => ({
  name: 'book-check',
  hooks: {
    'astro:build:start': ({ logger }) => {
      const flaws = flawsOfBook(listedArticles(), listedFigures());
      if (flaws.length > 0) throw new Error(flaws.join('\n'));
      const missing = leftOut(read('content/site.yaml'), process.env['SITE']);
      if (missing !== undefined) logger.info(missing);
    },
  },
});
