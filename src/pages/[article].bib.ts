import type { APIRoute } from 'astro';
import { getContents, getSite, isPublished, type PublishedArticle } from '../components/book.ts';
import { bibtex } from '../components/cite-this.ts';
import { absolute } from '../components/url.ts';

/** One file for each article that is out. */
export const getStaticPaths = async () =>
  (await getContents())
    .filter(isPublished)
    .map((article) => ({ params: { article: article.id }, props: { article } }));

/** An article as a BibTeX file: /ten-numbers.bib. */
export const GET: APIRoute<{ article: PublishedArticle }> = async ({ props: { article } }) => {
  const { title, published, updated = published } = article.data;
  const site = await getSite();
  const work = {
    slug: article.id,
    title,
    within: site.title,
    address: absolute(`/${article.id}/`),
    date: updated,
  };
  return new Response(bibtex(site.authors, work), {
    headers: { 'content-type': 'application/x-bibtex; charset=utf-8' },
  });
};
