import { drawings } from '../../../data/drawings/drawings.ts';
import { thingNames } from '../../../data/emoji/things.ts';
import { percent } from './format.ts';
import { choice } from '../contract/params.ts';

const slug = (name: string): string => name.replaceAll(' ', '-');

/** One of the 32 things that the nets for emoji know. */
export const thing = (label: string, start: string) =>
  choice<string>({
    label,
    options: Object.fromEntries(thingNames.map((name) => [slug(name), name])),
    default: start,
  });

/** The label of a thing as `thing` writes it. */
export const labelOf = (id: string): number => thingNames.findIndex((name) => slug(name) === id);

/** One of our drawings. */
export const drawing = (label: string, start: string) =>
  choice<string>({
    label,
    options: Object.fromEntries(drawings.map(({ id, title }) => [id, title])),
    default: start,
  });

/** The least of several probabilities in words: '99.7 % or more', or the bound that percent gives. */
export const orMore = (probability: number): string => {
  const text = percent(probability);
  return text.startsWith('>') ? text : `${text} or more`;
};
