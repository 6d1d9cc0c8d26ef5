import { expect, it } from 'vitest';
import type { AnyState } from '../../src/figures/kit/contract/figure.ts';
import { forgetInk, keepInk, restoreInk } from '../../src/figures/kit/session/kept-ink.ts';
import { choice } from '../../src/figures/kit/contract/params.ts';
import { ink } from '../../src/figures/kit/contract/reader-params.ts';

const figure = {
  params: {
    input: choice({ label: 'Picture', options: { pen: 'pen', drawn: 'drawn' }, default: 'pen' }),
    drawing: ink({ label: 'Your digit' }),
  },
  groups: [
    { legend: 'a', fields: ['input'] },
    { legend: 'b', fields: ['drawing'], when: (state: AnyState) => state['input'] === 'drawn' },
  ],
};

const line = [[{ x: 1, y: 2, width: 3 }]];
const drawn: AnyState = { input: 'drawn', drawing: line };
const published: AnyState = { input: 'pen', drawing: [] };

it('a drawing that a reset replaced comes back when drawing is chosen again', () => {
  const kept = keepInk(figure, {}, drawn, published);
  const chosen: AnyState = { input: 'drawn' };
  expect(restoreInk(figure, kept, { ...published, ...chosen }, chosen)).toEqual(drawn);
});

it('does not creep into states that do not show it', () => {
  const kept = keepInk(figure, {}, drawn, published);
  expect(restoreInk(figure, kept, published, {})).toEqual(published);
});

it('stays away once the reader has emptied the pad', () => {
  const cleared: AnyState = { drawing: [] };
  const kept = forgetInk(keepInk(figure, {}, drawn, published), cleared);
  expect(restoreInk(figure, kept, { ...drawn, ...cleared }, {})).toEqual({
    ...drawn,
    ...cleared,
  });
});
