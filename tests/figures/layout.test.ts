import { describe, expect, it } from 'vitest';
import { beside, inline, wide } from '../../src/figures/kit/drawing/arrange.ts';
import { label, labelled } from '../../src/figures/kit/drawing/layout/label.tsx';
import { complaints, fitted, outline, type Piece } from '../../src/figures/kit/drawing/layout/piece.tsx';
import { behind, plot } from '../../src/figures/kit/drawing/layout/plot.tsx';
import { text } from '../../src/figures/kit/drawing/layout/text.tsx';
import { cutToWidth, textWidth, wrapped } from '../../src/figures/kit/drawing/layout/type.ts';

describe('words', () => {
  it('are broken between words, and cut only where a width must hold them', () => {
    expect(wrapped('pumpkin lantern', 6)).toEqual(['pumpkin', 'lantern']);
    expect(wrapped('king penguin of ice', 7)).toEqual(['king penguin', 'of ice']);
    expect(wrapped('locomotive', 3)).toEqual(['locomotive']);
    const cut = cutToWidth('locomotive', 3);
    expect(cut).toMatch(/^loc\w*…$/);
    expect(textWidth(cut)).toBeLessThanOrEqual(3);
  });

  it('of several sizes stand on one line where their lower edges do', () => {
    const baselineBelow = (piece: Piece, times: number): number => {
      const { height, width } = fitted(piece, 500);
      expect(width).toBeGreaterThan(0);
      return height - 1.08 * 13 * times;
    };
    expect(baselineBelow(text('11', { times: 2 }), 2)).toBeCloseTo(baselineBelow(text('of'), 1), 9);
  });
});

describe('pieces in a row', () => {
  const row = inline([text('class 1,'), text('all ten nudged')], 4);

  it('stand on one line where there is room, and one below the other where there is none', () => {
    const lines = (width: number) => new Set(outline(fitted(row, width)).map((line) => line.split(' ')[2]));
    expect(lines(300).size).toBe(1);
    expect(lines(100).size).toBe(2);
    for (const width of [300, 100, 60]) expect(complaints(fitted(row, width))).toEqual([]);
  });
});

describe('pieces beside one another', () => {
  const box = (kind: string): Piece => plot(kind, 20, () => null);
  const pair = beside([wide(100, box('a')), wide({ share: 2 }, box('b')), box('c')], { space: 10, below: 5 });

  it('share what is left of the width, and stand below one another where that is too little', () => {
    const [wideOne, narrow] = [600, 599].map((width) => outline(fitted(pair, width)));
    expect(wideOne).toEqual(['a 0 0 · 100 20', 'b 110 0 · 320 20', 'c 440 0 · 160 20']);
    expect(narrow).toEqual(['a 0 0 · 599 20', 'b 0 25 · 599 20', 'c 0 50 · 599 20']);
  });
});

describe('words placed in a piece', () => {
  const at = (x: number): readonly string[] =>
    complaints(
      fitted(
        labelled(
          plot('axis', 20, () => null),
          ({ width, size }) => [label('10', { x: x * width, y: 16 }, { size, anchor: 'middle' })],
        ),
        200,
      ),
    );

  it('are told where they reach out', () => {
    expect(at(0.5)).toEqual([]);
    expect(at(1)).toHaveLength(1);
    expect(at(1)[0]).toContain('“10” reaches out');
  });
});

describe('marks behind a piece', () => {
  it('are as large as it is, wherever it breaks', () => {
    const sizes: number[][] = [];
    const piece = behind(
      ({ width, height }) => {
        sizes.push([width, height]);
        return null;
      },
      text('all ten nudged', { align: 'middle' }),
    );
    const laid = [400, 60].map((width) => fitted(piece, width));
    expect(sizes).toEqual(laid.map(({ width, height }) => [width, height]));
    expect(laid[1]?.height).toBeGreaterThan(laid[0]?.height ?? Infinity);
  });
});
