import tokens from '../../styles/tokens.css?raw';

/** The light colour of every token in tokens.css. */
const light: ReadonlyMap<string, string> = new Map(
  [...tokens.matchAll(/(--[\w-]+):\s*light-dark\((#[0-9a-f]{6}),/g)].map(([, token = '', colour = '']) => [
    token,
    colour,
  ]),
);

/** The colour of a token; throws when tokens.css has none of that name. */
export const colour = (token: string): string => {
  const found = light.get(token);
  if (found === undefined) throw new Error(`tokens.css has no colour ${token}.`);
  return found;
};

/** Markup with every `var(--token)` replaced by its light colour, and every font by the card's. */
export const inLight = (markup: string): string =>
  // The card's renderer knows unsmoothed pixels by their older name only.
  markup
    .replaceAll('image-rendering: pixelated', 'image-rendering: optimizeSpeed')
    .replace(/var\((--[\w-]+)\)/g, (_, token: string) => (token.startsWith('--font') ? 'Inter' : colour(token)));
