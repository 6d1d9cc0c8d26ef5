import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import { inWords } from './in-words.ts';

/** What content/site.yaml says of the whole site. */
export type Site = CollectionEntry<'site'>['data'];

/** An article of the book, planned or published. */
export type Article = CollectionEntry<'articles'>;

/** An article that is out, with the dates and the text that only those have. */
export type PublishedArticle = Article & { readonly data: Extract<Article['data'], { status: 'published' }> };

/** One entry of the list of changes: when, and in which article. */
export type Change = CollectionEntry<'changes'>['data']['changes'][number];

/** All articles of the book in order, written or not. */
export const getContents = async (): Promise<readonly Article[]> =>
  (await getCollection('articles')).sort((a, b) => a.data.order - b.data.order);

/** content/site.yaml, with the number of articles where its description asks for it. */
export const getSite = async (): Promise<Site> => {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('content/site.yaml is missing.');
  const articles = inWords((await getContents()).length);
  return { ...entry.data, description: entry.data.description.replace('{articles}', articles) };
};

/** Whether an article is out, or only planned. */
export const isPublished = (article: Article): article is PublishedArticle =>
  article.data.status === 'published';

/** What was changed, newest first: in one article, or, without a slug, anywhere. */
export const getChanges = async (article?: string): Promise<readonly Change[]> => {
  const entry = await getEntry('changes', 'changes');
  const changes = (entry?.data.changes ?? []).toSorted((a, b) => Number(b.date) - Number(a.date));
  return article === undefined ? changes : changes.filter((change) => change.article === article);
};
