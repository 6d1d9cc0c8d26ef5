import type { APIRoute, GetStaticPaths } from 'astro';
import { getContents, getSite, isPublished } from '../../components/book.ts';
import { cardPng, type Card } from '../../components/cards/card.ts';
import { storedFigure, storedState } from '../../components/figure/stored.ts';
import { drawing } from '../../figures/kit/drawing.ts';
import { defaultState, publishedStates } from '../../figures/kit/figure.ts';
import { decodeFrame } from '../../figures/kit/frames.ts';
import { readLink } from '../../figures/kit/link.ts';
import { figureSlugs, loadFigure } from '../../figures/registry.ts';

/** The drawing of a figure's stored state, and what it finds. */
const stateOf = async (slug: string, name: string) => {
  const { figure, view } = await loadFigure(slug);
  const { title, sentence, link, frame } = storedState(await storedFigure(figure), name);
  const state = readLink(figure, link, defaultState(figure)).state;
  const picture = drawing(view, { state, frame: decodeFrame(frame), layout: 'wide', id: 'card' });
  return { title: name === '' ? figure.title : `${figure.title}: ${title}`, sentence, picture };
};

/** An article is shown by its first figure, and the book by its first article with one. */
const figureOf = async (article: string): Promise<string> => {
  for (const slug of figureSlugs) if ((await loadFigure(slug)).figure.article === article) return slug;
  throw new Error(`No figure belongs to the article ${article}, so it has no card.`);
};

export const getStaticPaths = (async () => {
  const figures = figureSlugs.map(async (slug) =>
    [...publishedStates((await loadFigure(slug)).figure).keys()].map((name) => ({
      params: { card: name === '' ? `f/${slug}` : `f/${slug}/${name}` },
      props: { slug, name, article: undefined },
    })),
  );
  const articles = (await getContents()).filter(isPublished).map((article) => ({
    params: { card: article.id },
    props: { slug: undefined, name: '', article },
  }));
  return [...(await Promise.all(figures)).flat(), ...articles, { params: { card: 'home' }, props: {} }];
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => {
  const site = await getSite();
  const kicker = site.title;
  const { slug, name, article } = props as {
    slug?: string;
    name?: string;
    article?: Awaited<ReturnType<typeof getContents>>[number];
  };
  let card: Card;
  if (slug !== undefined) card = { kicker, ...(await stateOf(slug, name ?? '')) };
  else {
    const { picture } = await stateOf(await figureOf(article?.id ?? 'ten-numbers'), '');
    card = article
      ? { kicker, picture, title: article.data.title, sentence: article.data.summary }
      : { kicker, picture, title: site.question, sentence: site.description };
  }
  return new Response(new Uint8Array(cardPng(card)), { headers: { 'content-type': 'image/png' } });
};
