import type { APIRoute, GetStaticPaths } from 'astro';
import { bookFigures } from '../../components/book-figures.ts';
import { bookEmblems } from '../../components/emblems.ts';
import { genomeUri } from '../../figures/kit/drawing/genome-uri.ts';
import { getClaims } from '../../components/book-claims.ts';
import { getContents, getSite, isPublished } from '../../components/book.ts';
import { cardPng, pictureRoom, type Card } from '../../components/cards/card.ts';
import { tallyDrawing } from '../../components/claim-marks.ts';
import { tallyOf } from '../../components/claims.ts';
import { storedFigure, storedState } from '../../components/figure/stored.ts';
import { drawingIn } from '../../figures/kit/drawing/drawing.ts';
import { defaultState, publishedStates } from '../../figures/kit/contract/figure.ts';
import { decodeFrame } from '../../figures/kit/contract/frames.ts';
import { readLink } from '../../figures/kit/contract/link.ts';
import { figureSlugs, loadFigure } from '../../figures/registry.ts';

/** The drawing of a figure's stored state, and what it finds. */
const stateOf = async (slug: string, name: string) => {
  const { figure, view } = await loadFigure(slug);
  const { title, sentence, link, frame } = storedState(await storedFigure(figure), name);
  const state = readLink(figure, link, defaultState(figure)).state;
  const picture = drawingIn(view, { state, frame: decodeFrame(frame), id: 'card' }, pictureRoom);
  return { title: name === '' ? figure.title : `${figure.title}: ${title}`, sentence, picture };
};

/** An article is shown by its first figure. */
const figureOf = async (id: string): Promise<string> => {
  const figure = (await bookFigures()).find(({ article }) => article.id === id)?.figures[0];
  if (figure === undefined) throw new Error(`No figure belongs to the article ${id}, so it has no card.`);
  return figure.slug;
};

/** The book is shown by the pictures that its front page opens with. */
const tenPictures = (): string => {
  const images = bookEmblems.digits.map(({ genome }, i) => {
    const [x, y] = [104 * (i % 4), 104 * Math.floor(i / 4)];
    return `<image href="${genomeUri(genome, 192)}" x="${x}" y="${y}" width="96" height="96"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 408 304">${images.join('')}</svg>`;
};

/** The page of the claims is shown by how many hold. */
const claimsCard = async () => {
  const claims = (await getClaims()).map(({ data }) => data);
  return {
    title: 'What became of the claims',
    sentence: `Every claim of a public discussion, tried on real networks: ${claims.length} verdicts.`,
    picture: tallyDrawing(tallyOf(claims)),
  };
};

/** A card for every published state, every article that is out, the claims, and the front page. */
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
  const alone = ['claims', 'home'].map((card) => ({ params: { card }, props: { page: card } }));
  return [...(await Promise.all(figures)).flat(), ...articles, ...alone];
}) satisfies GetStaticPaths;

/** The picture that other sites show beside a link to that page. */
export const GET: APIRoute = async ({ props }) => {
  const site = await getSite();
  const kicker = site.title;
  const { slug, name, article, page } = props as {
    slug?: string;
    name?: string;
    article?: Awaited<ReturnType<typeof getContents>>[number];
    page?: string;
  };
  let card: Card;
  if (slug !== undefined) card = { kicker, ...(await stateOf(slug, name ?? '')) };
  else if (page === 'claims') card = { kicker, ...(await claimsCard()) };
  else {
    card = article
      ? {
          kicker,
          ...(await stateOf(await figureOf(article.id), '')),
          title: article.data.title,
          sentence: article.data.summary,
        }
      : { kicker, picture: tenPictures(), title: site.question, sentence: site.description };
  }
  return new Response(new Uint8Array(cardPng(card)), { headers: { 'content-type': 'image/png' } });
};
