import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import Cite from './Cite.astro';
import Figure from './Figure.astro';
import FigureLink from './FigureLink.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import Maths from './Maths.astro';
import Note from './Note.astro';
import ProseLink from './ProseLink.astro';
import Result from './Result.astro';

/** What an author can write in an article, and what becomes of plain Markdown in it. */
export const proseElements: Readonly<Record<string, AstroComponentFactory>> = {
  Cite,
  Note,
  Result,
  Maths,
  Figure,
  FigureLink,
  a: ProseLink,
  h2: Heading2,
  h3: Heading3,
};
