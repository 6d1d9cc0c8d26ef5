/** Whether a page is dark on light or light on dark. */
export type Scheme = 'light' | 'dark';

/** The colour of every token in tokens.css, `light-dark(#light, #dark)` each, in one scheme. */
export const coloursOf = (css: string, scheme: Scheme): ReadonlyMap<string, string> =>
  new Map(
    [...css.matchAll(/(--[\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
      ([, token = '', light = '', dark = '']) => [token, scheme === 'light' ? light : dark],
    ),
  );

/**
 * Markup for a renderer that knows no tokens: each `var(--token)` as its colour, every font as Inter; an
 * unknown token throws.
 */
export const inColours = (markup: string, colours: ReadonlyMap<string, string>): string =>
  markup
    // The renderer knows unsmoothed pixels by their older name only.
    .replaceAll('image-rendering: pixelated', 'image-rendering: optimizeSpeed')
    .replace(/var\((--[\w-]+)\)/g, (_, token: string) => {
      if (token.startsWith('--font')) return 'Inter';
      const found = colours.get(token);
      if (found === undefined) throw new Error(`tokens.css has no colour ${token}.`);
      return found;
    });
