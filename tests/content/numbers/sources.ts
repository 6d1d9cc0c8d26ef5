import { works } from '../../../src/components/bibliography.ts';
import { storedFigure, storedState } from '../../../src/components/figure/stored.ts';
import { reproduced, reproducedRow, resultAt } from '../../../src/components/results.ts';
import { publishedStates } from '../../../src/figures/kit/contract/figure.ts';
import { decodeFrame } from '../../../src/figures/kit/contract/frames.ts';
import { loadFigure } from '../../../src/figures/registry.ts';
import { constants } from './constants.ts';
import type { Entry } from './declared.ts';
import { groupsIn, writes, type Group } from './groups.ts';

/** The year of a work of content/references.json; undefined where it has none of that key. */
export const yearOf = (key: string): number | undefined => works.get(key)?.issued['date-parts'][0][0];

const ofFigure = (address: readonly string[]): readonly [slug: string, preset: string, name: string] =>
  address.length === 3 ? (address as [string, string, string]) : [address[0] ?? '', '', address[1] ?? ''];

const outcomeAt = async (address: readonly string[]): Promise<unknown> => {
  const [slug, preset, name] = ofFigure(address);
  return storedState(await storedFigure((await loadFigure(slug)).figure), preset).outcome[name];
};

const constantOf = (name: string): number => {
  const found = constants.get(name);
  if (found !== undefined) return found;
  throw new Error(`constants.ts has no “${name}”; it has ${[...constants.keys()].join(', ')}`);
};

/** All numbers of the table of a figure's stored frame. */
const tableAt = async ([slug = '', preset = '']: readonly string[]): Promise<readonly unknown[]> => {
  const { figure } = await loadFigure(slug);
  const state = publishedStates(figure).get(preset)?.state;
  const { frame } = storedState(await storedFigure(figure), preset);
  const cells = state === undefined ? [] : figure.table(state, decodeFrame(frame)).rows.flat();
  return cells.map((cell) => (typeof cell === 'object' ? cell?.value : cell));
};

const stateAt = async (address: readonly string[]): Promise<unknown> => {
  const [slug, preset, field] = ofFigure(address);
  const value = publishedStates((await loadFigure(slug)).figure).get(preset)?.state[field];
  return typeof value === 'object' && value !== null && 'radius' in value ? value.radius : value;
};

/** The numbers in a name. */
const inName = (text: string): readonly number[] =>
  groupsIn(text).map(({ value, percent }) => (percent ? value / 100 : value));

const settingsAt = ([id, row]: readonly string[]): readonly number[] => {
  const title = reproduced.find((report) => report.id === id)?.title ?? '';
  return inName(row === undefined ? title : reproducedRow(id ?? '', row).name);
};

const measuredAt = ([id, name, what]: NonNullable<Entry['measured']>): number => {
  const { value, n } = reproducedRow(id, name);
  return what === 'n' ? n : value;
};

const publishedIn = ({ published = '', row }: Entry): readonly number[] | undefined => {
  if (row === undefined) return undefined;
  const found = reproducedRow(...row).published;
  if (found?.source !== published)
    throw new Error(`row “${row[1]}” of ${row[0]} quotes ${found?.source ?? 'nobody'}, not ${published}`);
  const { value } = found;
  if (typeof value === 'number') return [value];
  return inName(value);
};

/**
 * The numbers that the source of an entry holds, any of which may be meant; undefined where it holds none,
 * and the author's word counts.
 */
const held = async (entry: Entry): Promise<readonly unknown[] | undefined> => {
  if (entry.published !== undefined) return publishedIn(entry);
  if (entry.outcome) return [await outcomeAt(entry.outcome)];
  if (entry.state) return [await stateAt(entry.state)].flat();
  if (entry.table) return tableAt(entry.table);
  if (entry.result) return [resultAt(...entry.result)];
  if (entry.measured) return [measuredAt(entry.measured)];
  if (entry.setting) return settingsAt(entry.setting);
  if (entry.code !== undefined) return [constantOf(entry.code)];
  return entry.year === undefined ? undefined : [yearOf(entry.year)];
};

const list = (numbers: readonly number[]): string => (numbers.length === 0 ? 'nothing' : numbers.join(', '));

/** What is wrong with an entry by its source, for the groups that it covers; undefined where all is well. */
export const disagreement = async (entry: Entry, groups: readonly Group[]): Promise<string | undefined> => {
  if (entry.published !== undefined && yearOf(entry.published) === undefined)
    return `content/references.json has no “${entry.published}”`;
  try {
    const values = await held(entry);
    if (values === undefined) return undefined;
    const numbers = values.filter((value) => typeof value === 'number');
    // A list of a state is written out as it stands; of the numbers in a name any may be meant.
    const inOrder = entry.state !== undefined && groups.length % numbers.length === 0;
    const astray = groups.find((group, i) => {
      const meant = inOrder ? numbers.slice(i % numbers.length, (i % numbers.length) + 1) : numbers;
      return !meant.some((number) => writes(group, number));
    });
    return astray && `its source holds ${list(numbers)}, not ${astray.text}${astray.percent ? ' %' : ''}`;
  } catch (error) {
    return `its source cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
};
