import { drawing } from '../figures/kit/drawing/drawing.ts';
import { stillWidths } from '../figures/kit/drawing/layout/view.tsx';
import { defaultState } from '../figures/kit/contract/figure.ts';
import { decodeFrame } from '../figures/kit/contract/frames.ts';
import { coloursOf, type Scheme } from '../figures/kit/drawing/in-colours.ts';
import { loadFigure } from '../figures/registry.ts';
import tokens from '../styles/tokens.css?raw';
import { storedFigure, storedState } from './figure/stored.ts';

const declarations = (scheme: Scheme): string =>
  [...coloursOf(tokens, scheme)].map(([token, colour]) => `${token}:${colour}`).join(';');

/** A picture file loads no fonts of the page's. */
const style =
  `<style>svg{--font-ui:Inter,system-ui,sans-serif;${declarations('light')}}` +
  `@media (prefers-color-scheme:dark){svg{${declarations('dark')}}}</style>`;

/** The drawing of a figure's published state as an SVG that brings its colours, light and dark, with it. */
export const pictureFile = async (slug: string): Promise<string> => {
  const { figure, view } = await loadFigure(slug);
  const { frame } = storedState(await storedFigure(figure), '');
  const markup = drawing(view, {
    state: defaultState(figure),
    frame: decodeFrame(frame),
    width: stillWidths.wide,
    id: slug,
  });
  return markup.replace(/<svg [^>]*>/, (opening) => opening + style);
};
