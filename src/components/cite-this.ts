import type { Site } from './book.ts';

/** What can be cited of this book: an article, a figure, or, without `within`, the book itself. */
export interface Citable {
  /** The BibTeX key's last part: 'ten-numbers'. */
  readonly slug: string;
  readonly title: string;
  /** Title of the book it is part of. */
  readonly within?: string;
  /** With origin. */
  readonly address: string;
  readonly date: Date;
}

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (text: string): string => text.replace(/[\\~^&%$#_{}]/g, (sign) => special[sign] ?? `\\${sign}`);

const bibName = ({ name, given }: Site['authors'][number]): string =>
  given === undefined ? `{${tex(name)}}` : `${tex(name)}, ${tex(given)}`;

/** A BibTeX entry; UTF-8, so for biber or a current bibtex. */
export const bibtex = (authors: Site['authors'], { slug, title, within, address, date }: Citable): string => {
  const fields = {
    author: `{${authors.map(bibName).join(' and ')}}`,
    title: `{{${tex(title)}}}`,
    howpublished: within === undefined ? '{Interactive book}' : `{In ${tex(within)}, an interactive book}`,
    year: String(date.getUTCFullYear()),
    month: date.toLocaleDateString('en', { month: 'short', timeZone: 'UTC' }).toLowerCase(),
    url: `{${address}}`,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = ${value}`);
  return `@misc{easilyfooled-${slug},\n${lines.join(',\n')}\n}\n`;
};

/** The same in one line, for a reference list. */
export const citationLine = (authors: Site['authors'], { title, within, address, date }: Citable): string => {
  const names = authors
    .map(({ name, given }) => (given === undefined ? name : `${given} ${name}`))
    .join(', ');
  const ended = /[.?!]$/.test(title) ? title : `${title}.`;
  return [`${names} (${date.getUTCFullYear()}).`, ended, within && `In ${within}.`, address]
    .filter(Boolean)
    .join(' ');
};
