import { coloursOf, inColours } from '../../figures/kit/drawing/in-colours.ts';
import tokens from '../../styles/tokens.css?raw';

const light = coloursOf(tokens, 'light');

/** The light colour of a token; throws when tokens.css has none of that name. */
export const colour = (token: string): string => inColours(`var(${token})`, light);

/** Markup with every token replaced by its light colour, and every font by the card's. */
export const inLight = (markup: string): string => inColours(markup, light);
