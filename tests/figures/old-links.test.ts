import { describe, expect, it } from 'vitest';
import { defaultState, publishedStates } from '../../src/figures/kit/contract/figure.ts';
import { readLink, writeLink } from '../../src/figures/kit/contract/link.ts';
import { loadFigure } from '../../src/figures/registry.ts';
import oldLinks from './old-links.json' with { type: 'json' };

/**
 * Links to presets as the book of 29 November 2026 wrote them. People have them in discussions and notes: add
 * to the file what a later edition wrote, and take nothing out.
 */
describe.each(Object.entries(oldLinks))('old links to %s', (slug, links) => {
  it.each(Object.entries(links))('%s: %s opens to what it showed', async (name, link) => {
    const { figure } = await loadFigure(slug);
    const { state, refused } = readLink(figure, link, defaultState(figure));
    expect(refused).toEqual([]);
    expect(state).toEqual(publishedStates(figure).get(name)?.state);
    expect(readLink(figure, writeLink(figure, state), defaultState(figure)).state).toEqual(state);
  });
});
