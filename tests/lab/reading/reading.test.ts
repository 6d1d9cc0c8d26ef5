import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf, longestAnswer, marginOver, wordsAt } from '../../../src/lab/reading/reader.ts';
import { isMark, textOf, wordsOf } from '../../../src/lab/reading/words.ts';
import { exactMatch, f1 } from '../../../src/lab/statistics/f1.ts';

describe('The words of a text', () => {
  it('are words and marks, with hyphens and apostrophes inside them, in any script', () => {
    expect(wordsOf('“Ada’s brother-in-law won, in 1962; çok güzel!”')).toEqual([
      '“',
      'Ada’s',
      'brother-in-law',
      'won',
      ',',
      'in',
      '1962',
      ';',
      'çok',
      'güzel',
      '!',
      '”',
    ]);
    expect(wordsOf(' \n ')).toEqual([]);
  });

  it('lose nothing but white space', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(text).join('')).toBe(text.replace(/\s/g, ''));
      }),
    ));

  it('are written without a space before a mark that closes', () => {
    expect(textOf(['Who', 'won', ',', 'then', '?'])).toBe('Who won, then?');
    expect([isMark('?'), isMark('a')]).toEqual([true, false]);
  });
});

describe('F1 of an answer', () => {
  it.each([
    ['the Chess tournament', 'chess tournament.', 1],
    ['Maria', 'Maria Okafor', 2 / 3],
    ['in May 1962', 'May 1962', 0.8],
    ['May May', 'May 1962', 0.5],
    ['1963', '1962', 0],
    ['the', '', 1],
    ['', 'Maria', 0],
  ])('“%s” for “%s” is worth %f', (given, right, worth) => {
    expect(f1(given, right)).toBeCloseTo(worth, 12);
    expect(exactMatch(given, right)).toBe(worth === 1);
  });

  it('does not mind which of the two is right', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd')),
        fc.array(fc.constantFrom('b', 'c', 'd')),
        (a, b) => {
          expect(f1(a.join(' '), b.join(' '))).toBe(f1(b.join(' '), a.join(' ')));
        },
      ),
    ));
});

describe('The answer that logits point at', () => {
  const pointers = (start: number[], end: number[]) => ({
    start: Float32Array.from(start),
    end: Float32Array.from(end),
  });

  it('has the largest sum, never ends before it starts, and is not too long', () => {
    expect(answerOf(pointers([0, 5, 1], [6, 0, 2]))).toEqual({ start: 1, end: 2 });
    expect(answerOf(pointers([9, 0, 0, 0, 0, 0, 0, 3], [0, 0, 0, 0, 0, 0, 0, 9]))).toEqual({
      start: 7,
      end: 7,
    });
    expect(wordsAt(['in', 'May', '1962'], { start: 1, end: 2 })).toBe('May 1962');
  });

  it('is right exactly where the margin is positive', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
          minLength: 2,
          maxLength: 12,
        }),
        fc.nat(),
        fc.nat(),
        (logits, at, more) => {
          const pointing = pointers(
            logits.map(([s], i) => s + i / 100),
            logits.map(([, e], i) => e + i / 10_000),
          );
          const start = at % logits.length;
          const right = { start, end: Math.min(logits.length - 1, start + (more % longestAnswer)) };
          const { start: s, end: e } = answerOf(pointing);
          expect(marginOver(pointing, right) > 0).toBe(s === right.start && e === right.end);
        },
      ),
    ));
});
