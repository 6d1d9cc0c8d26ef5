import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Controls } from '../../src/figures/kit/controls/controls.tsx';
import type { AnyState, Figure } from '../../src/figures/kit/contract/figure.ts';
import { readLink, writeLink } from '../../src/figures/kit/contract/link.ts';
import { choice, type Params } from '../../src/figures/kit/contract/params.ts';
import { readerPicture } from '../../src/data/picture.ts';
import { picture } from '../../src/figures/kit/contract/reader-params.ts';

const params: Params = {
  photo: picture({ label: 'Your picture', hint: 'It stays in this tab.' }),
  fruit: choice({
    label: 'Fruit',
    options: { apple: 'an apple', bread: 'a bread fruit', cherry: 'a cherry' },
    default: 'bread',
  }),
};
const offered = (state: AnyState): readonly string[] =>
  state['photo'] === null ? ['apple', 'cherry'] : ['apple', 'bread', 'cherry'];
const figure: Figure<Params, null> = {
  slug: 'test',
  version: 1,
  title: 'Test',
  article: 'test',
  width: 'text',
  params,
  presets: {},
  verb: 'Go',
  groups: [{ legend: 'All', fields: ['photo', { field: 'fruit', offers: offered }] }],
  steps: { name: 'step', count: () => 0 },
  describe: () => '',
  table: () => ({ caption: '', head: [], rows: [] }),
  outcome: () => ({}),
  tolerance: 0,
};
const state = { photo: null, fruit: 'bread' } as const;
const red = readerPicture('red.png', 1, [255, 0, 0, 255]);

const controls = (of: AnyState): string =>
  render(
    h(Controls, {
      id: 'test',
      figure,
      state: of,
      onChange: () => undefined,
    }),
  );

describe('a reader’s picture', () => {
  it('loses its transparency to white', () => {
    expect([...readerPicture('a', 1, [0, 0, 0, 0]).pixels]).toEqual([255, 255, 255]);
    expect([...readerPicture('a', 1, [255, 0, 0, 51]).pixels]).toEqual([255, 204, 204]);
    expect([...red.pixels]).toEqual([255, 0, 0]);
  });

  it('is told from every other picture of the same name in the state’s link, which carries no pixel of it', () => {
    const other = readerPicture('red.png', 1, [254, 0, 0, 255]);
    const links = [red, other].map((photo) => writeLink(figure, { ...state, photo }));
    expect(links[0]).toMatch(/^\?photo=red\.png\+[0-9a-f]{8}&v=1$/);
    expect(links[1]).not.toBe(links[0]);
    expect(writeLink(figure, state)).toBe('');
  });

  it('is missing for whoever opens the link, who is told so', () => {
    const read = readLink(figure, writeLink(figure, { ...state, photo: red }));
    expect(read.state).toEqual(state);
    expect(read.refused).toEqual([
      expect.stringMatching(/^The link’s “Your picture” .* choose one of yours; showing none instead\.$/),
    ]);
  });

  it('is shown beside its name, and can be removed', () => {
    expect(controls({ ...state, photo: red })).toMatch(/<img src="data:image\/png.*red\.png.*Remove/);
    expect(controls(state)).not.toContain('Remove');
  });
});

describe('a choice', () => {
  it('offers only what makes sense in a state, and shows the first for what does not', () => {
    const without = controls(state);
    expect(without).not.toContain('a bread fruit');
    expect(without).toMatch(/value="apple" checked/);
    expect(controls({ ...state, photo: red })).toMatch(/value="bread" checked/);
  });
});
