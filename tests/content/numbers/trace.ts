import { reproducedRow } from '../../../src/components/results.ts';
import type { Declared, Entry } from './declared.ts';
import { groupsIn, mustBeTraced, type Group } from './groups.ts';
import { passagesOf, type Passage } from './passages.ts';
import { disagreement, yearOf } from './sources.ts';

/** A text of the book: its path in content without its ending, and what stands in it. */
export interface Text {
  readonly path: string;
  readonly source: string;
}

/** The name of the entries that any text may use. */
const everywhere = 'everywhere';

/** Where the words of an entry stand in a passage. */
const placesOf = ({ text }: Entry, passage: Passage): readonly number[] => {
  const places: number[] = [];
  for (let at = passage.text.indexOf(text); at >= 0; at = passage.text.indexOf(text, at + 1)) places.push(at);
  return places;
};

/** The entry with the most words that covers a group. */
const coverOf = (entries: readonly Entry[], passage: Passage, { start, end }: Group): Entry | undefined =>
  entries
    .filter((entry) => placesOf(entry, passage).some((at) => at <= start && end <= at + entry.text.length))
    .toSorted((a, b) => b.text.length - a.text.length)[0];

const isYearOfCited = ({ text, value }: Group, { cites }: Passage): boolean =>
  /^\d{4}$/.test(text) && [...cites].some((key) => yearOf(key) === value);

const around = ({ text }: Passage, { start, end }: Group): string =>
  text.slice(Math.max(0, start - 30), end + 20).trim();

const untraced = (path: string, passage: Passage, group: Group): string => {
  const where = `content/${path}.mdx:${passage.lines[group.start] ?? 1}`;
  const what = `“${group.text}” in “${around(passage, group)}” has no source`;
  return `${where}: ${what}; take it from <Outcome>, <Result> or <Reproduced>, or name its source in content/numbers.yaml under ${path}.`;
};

const uncited = (path: string, passage: Passage, group: Group, key: string): string =>
  `content/${path}.mdx:${passage.lines[group.start] ?? 1}: “${group.text}” is published in ${key}, which its paragraph does not cite; add <Cite keys="${key}" />.`;

/** One sentence for each published number that the text takes from a row without citing its source. */
const unquoted = (path: string, { cites, quoted }: Passage): readonly string[] =>
  quoted.flatMap(({ id, row, line }) => {
    const source = reproducedRow(id, row).published?.source;
    if (source === undefined || cites.has(source)) return [];
    return [
      `content/${path}.mdx:${line}: the number published for “${row}” of ${id} is from ${source}, which its paragraph does not cite; add <Cite keys="${source}" />.`,
    ];
  });

/**
 * What is wrong with the numbers that stand as digits in the texts, each flaw in one sentence with file,
 * line, number and what to do; empty where every one comes from somewhere and no entry is idle.
 */
export const flawsOf = async (texts: readonly Text[], declared: Declared): Promise<readonly string[]> => {
  const flaws = new Set<string>();
  const covered = new Map<Entry, Group[]>();
  for (const { path, source } of texts) {
    const entries = [...(declared[path] ?? []), ...(declared[everywhere] ?? [])];
    for (const passage of passagesOf(source)) {
      for (const flaw of unquoted(path, passage)) flaws.add(flaw);
      for (const group of groupsIn(passage.text)) {
        const entry = coverOf(entries, passage, group);
        if (entry) covered.set(entry, [...(covered.get(entry) ?? []), group]);
        else if (mustBeTraced(passage, group) && !isYearOfCited(group, passage))
          flaws.add(untraced(path, passage, group));
        if (entry?.published !== undefined && !passage.cites.has(entry.published))
          flaws.add(uncited(path, passage, group, entry.published));
      }
    }
  }
  for (const [path, entries] of Object.entries(declared))
    for (const entry of entries) {
      const groups = covered.get(entry);
      const named = `content/numbers.yaml: “${entry.text}” under ${path}`;
      if (groups === undefined) flaws.add(`${named} covers no number of the text; correct or remove it.`);
      const flaw = await disagreement(entry, groups ?? []);
      if (flaw !== undefined) flaws.add(`${named}: ${flaw}; correct the text or the entry.`);
    }
  return [...flaws];
};
