import type { AnyFigure, AnyView } from './kit/contract/figure.ts';
import { checkSlug } from './slugs.ts';

export { figureSlugs } from './slugs.ts';

/** What a page loads of one figure: its facts and its drawing, in chunks of their own. */
export interface FigureModule {
  readonly figure: AnyFigure;
  readonly view: AnyView;
}

/** Loads one figure; throws when there is none of that slug. */
export const loadFigure = async (slug: string): Promise<FigureModule> => {
  checkSlug(slug);
  const [facts, drawing] = await Promise.all([
    import(`./${slug}/figure.ts`) as Promise<{ default: AnyFigure }>,
    import(`./${slug}/view.tsx`) as Promise<{ default: AnyView }>,
  ]);
  return { figure: facts.default, view: drawing.default };
};
