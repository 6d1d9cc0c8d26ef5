import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxInkPoints, readInk, writeInk } from '../../src/data/ink.ts';
import { defaultState, defineFigure, publishedStates } from '../../src/figures/kit/contract/figure.ts';
import { readLink, writeLink } from '../../src/figures/kit/contract/link.ts';
import { choice, numbers, range, seed, snap, toggle } from '../../src/figures/kit/contract/params.ts';
import { files, ink, text } from '../../src/figures/kit/contract/reader-params.ts';
import { inks, states } from './arbitrary.ts';

const field = (label: string) => ({ label, min: -5, max: 5, step: 0.1 });

const figure = defineFigure({
  slug: 'sample',
  version: 3,
  title: 'A sample',
  article: 'ten-numbers',
  width: 'text',
  params: {
    epsilon: range({ label: 'ε', min: 0, max: 0.5, step: 0.01, default: 0.1 }),
    ball: choice({ label: 'Ball', options: { linf: 'L∞', l2: 'L2' }, default: 'linf' }),
    seed: seed(7),
    check: toggle({ label: 'Check', default: false }),
    x: numbers({ label: 'x', fields: [field('first'), field('second')], default: [1, -2] }),
    drawing: ink({ label: 'Your digit' }),
    words: text({
      label: 'Words',
      maxLength: 12,
      pattern: /^[a-z ]{1,12}$/,
      otherwise: 'is not in small letters',
      default: 'as it is',
    }),
    model: files({ label: 'Your model', hint: 'Choose it.', accept: '.json' }),
  },
  groups: [],
  presets: {},
  verb: 'Run',
  steps: { name: 'step', count: () => 1 },
  describe: () => 'Nothing.',
  table: () => ({ caption: '', head: [], rows: [] }),
  outcome: () => ({}),
  tolerance: 0,
});

const published = defaultState(figure);

describe('a link', () => {
  it('is empty for the published state', () => {
    expect(writeLink(figure, published)).toBe('');
    expect(readLink(figure, '')).toEqual({ state: published, at: undefined, refused: [] });
  });

  it('carries only what differs, and the version', () => {
    expect(writeLink(figure, { ...published, epsilon: 0.3, x: [1, 2.5] })).toBe('?epsilon=0.3&x=1,2.5&v=3');
  });

  it('brings back every state and every frame', () => {
    fc.assert(
      fc.property(states(figure as never), fc.option(fc.nat(500), { nil: undefined }), (state, at) => {
        const back = readLink(figure, writeLink(figure, state as typeof published, at));
        expect(back).toEqual({ state, at, refused: [] });
      }),
    );
  });

  it('names the reader’s files, and says to whoever opens it that they must be chosen again', () => {
    const link = writeLink(figure, {
      ...published,
      model: [new File(['{}'], 'model.json'), new File([], 'w.bin')],
    });
    expect(link).toBe('?model=model.json,w.bin&v=3');
    const { state, refused } = readLink(figure, link);
    expect(state).toEqual(published);
    expect(refused).toEqual([
      'The link’s “Your model” (model=model.json,w.bin) is on the device of whoever chose it, and no link can carry it: choose it again; showing none instead.',
    ]);
  });

  it('refuses what is no value, says what is shown instead, and never throws', () => {
    const nonsense: readonly (readonly [query: string, says: string])[] = [
      ['epsilon=', 'is not a number'],
      ['epsilon=NaN', 'is not a number'],
      ['epsilon=1e9', 'is not a number'],
      ['epsilon=0x1', 'is not a number'],
      ['epsilon=-7', 'is outside 0 to 0.5; showing 0.1 instead'],
      ['epsilon=<b>', 'is not a number'],
      ['ball=l7', 'is none of linf, l2; showing linf instead'],
      ['ball=toString', 'is none of'],
      ['seed=1.5', 'whole number'],
      ['check=1', 'neither yes nor no'],
      ['x=1', 'does not hold 2 numbers'],
      ['x=1,9', 'is outside -5 to 5'],
      ['drawing=', 'is an empty drawing'],
      ['drawing=%00%01', 'cannot be read'],
      ['drawing=AAAA', 'cannot be read'],
      [`drawing=${'A'.repeat(5000)}`, 'too large for a link'],
      ['colour=red', '“colour” is not one of this figure’s'],
      ['__proto__=1', 'not one of this figure’s'],
      ['v=2', 'made for version 2 of the figure and this is version 3'],
      ['at=-1', 'is not a whole number'],
    ];
    for (const [query, says] of nonsense) {
      const { state, refused } = readLink(figure, query);
      expect(state, query).toEqual(published);
      expect(refused, query).toHaveLength(1);
      expect(refused[0], query).toContain(says);
    }
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, text) => {
        const query = new URLSearchParams([[name, text]]).toString();
        const { state, refused } = readLink(figure, query);
        expect(
          refused.length > 0 || name === 'v' || writeLink(figure, state) === '' || name in published,
        ).toBe(true);
      }),
    );
  });

  it('leaves out what is at its default in the state it describes, and reads it so', () => {
    const dependent = {
      ...figure,
      defaultsIn: ({ ball }: typeof published) => (ball === 'l2' ? { epsilon: 0.4 } : {}),
    };
    expect(writeLink(dependent, { ...published, ball: 'l2', epsilon: 0.4 })).toBe('?ball=l2&v=3');
    expect(writeLink(dependent, { ...published, ball: 'l2' })).toBe('?epsilon=0.1&ball=l2&v=3');
    expect(readLink(dependent, 'ball=l2').state).toEqual({ ...published, ball: 'l2', epsilon: 0.4 });
    expect(readLink(dependent, 'ball=l2', { ...published, epsilon: 0.2 }).state).toMatchObject({
      epsilon: 0.2,
    });
    expect(readLink(dependent, 'ball=linf', { ...published, ball: 'l2', epsilon: 0.4 }).state).toEqual(
      published,
    );
    fc.assert(
      fc.property(states(dependent as never), (state) => {
        const back = readLink(dependent, writeLink(dependent, state as typeof published));
        expect(back).toEqual({ state, at: undefined, refused: [] });
      }),
    );
    const presets = { far: { title: 'Far', state: { ball: 'l2' } } } as const;
    expect(publishedStates({ ...dependent, presets }).get('far')?.state.epsilon).toBe(0.4);
  });

  it('falls back to the page’s own state, not to the published one', () => {
    const page = { ...published, epsilon: 0.2 };
    expect(readLink(figure, 'epsilon=9', page).state).toEqual(page);
  });
});

describe('a number of a slider', () => {
  it('lies on the grid of its step without binary noise', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (value) => {
        const snapped = snap(value, { min: -5, max: 5, step: 0.1 });
        expect(String(snapped)).toMatch(/^-?\d(\.\d)?$/);
      }),
    );
  });
});

describe('a drawing in a link', () => {
  it('comes back point by point', () => {
    fc.assert(
      fc.property(
        inks.filter((drawing) => drawing.length > 0),
        (drawing) => {
          expect(readInk(writeInk(drawing))).toEqual({ value: drawing });
        },
      ),
    );
  });

  it('of the largest allowed size still fits, and a larger one is refused', () => {
    let noise = 1;
    const next = () => (noise = (noise * 48271) % 2147483647) % 7;
    const stroke = (points: number) =>
      Array.from({ length: points }, (_, i) => ({
        x: (i * 3 + next()) & 255,
        y: (i * 2 + next()) & 255,
        width: 20 + next(),
      }));
    const largest = writeInk([stroke(maxInkPoints)]);
    expect(largest.length).toBeLessThanOrEqual(2400);
    expect(readInk(largest)).toHaveProperty('value');
    expect(readInk(writeInk([stroke(maxInkPoints + 1)]))).toHaveProperty('refused');
  });
});
