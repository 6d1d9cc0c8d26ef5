import type { Site } from './book.ts';

/** What can be cited of this book: an article or a figure. */
export interface Citable {
  /** The BibTeX key's last part: 'ten-numbers'. */
  readonly slug: string;
  readonly title: string;
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
export const bibtex = (site: Site, { slug, title, address, date }: Citable): string => {
  const fields = {
    author: site.authors.map(bibName).join(' and '),
    title: `{${tex(title)}}`,
    howpublished: `In ${tex(site.title)}, an interactive book`,
    year: String(date.getUTCFullYear()),
    month: date.toLocaleDateString('en', { month: 'short', timeZone: 'UTC' }).toLowerCase(),
    url: address,
  };
  const lines = Object.entries(fields).map(([name, value]) =>
    name === 'month' ? `  ${name} = ${value}` : `  ${name} = {${value}}`,
  );
  return `@misc{easilyfooled-${slug},\n${lines.join(',\n')}\n}\n`;
};

/** The same in one line, for a reference list. */
export const citationLine = (site: Site, { title, address, date }: Citable): string => {
  const names = site.authors.map(({ name, given }) => (given === undefined ? name : `${given} ${name}`));
  return `${names.join(', ')} (${date.getUTCFullYear()}). ${title}. In ${site.title}. ${address}`;
};
