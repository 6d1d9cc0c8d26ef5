import { figureSlugs, loadFigure } from '../figures/registry.ts';
import type { AnyFigure } from '../figures/kit/contract/figure.ts';
import { getContents, type Article } from './book.ts';

/** The figures that an article's text shows, in its order, then those that say they belong to it. */
export const figuresOf = async ({ id, body = '' }: Article): Promise<readonly AnyFigure[]> => {
  const shown = [...body.matchAll(/<Figure\s[^>]*?slug="([^"]+)"/g)].map(([, slug = '']) => slug);
  const figures = await Promise.all(figureSlugs.map(async (slug) => (await loadFigure(slug)).figure));
  const own = figures.filter(({ article }) => article === id);
  const place = ({ slug }: AnyFigure): number => (shown.includes(slug) ? shown.indexOf(slug) : shown.length);
  return own.toSorted((a, b) => place(a) - place(b));
};

/** All articles with the figures that belong to them, in reading order. */
export const bookFigures = async (): Promise<
  readonly { article: Article; figures: readonly AnyFigure[] }[]
> =>
  Promise.all((await getContents()).map(async (article) => ({ article, figures: await figuresOf(article) })));
