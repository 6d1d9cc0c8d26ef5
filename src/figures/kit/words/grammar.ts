import { articleOf } from '../../../lab/reading/article.ts';

/**
 * A name with its article: 'a 7', 'an 8', 'an umbrella', 'a unicycle'; the answer 'none of these' has none,
 * and stands in quotes.
 */
export const withArticle = (name: string): string =>
  name.startsWith('none ') ? `‘${name}’` : `${articleOf(name)} ${name}`;

/** Parts as a list within a sentence: 'a', 'a and b', 'a, b and c'; of no parts ''. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
