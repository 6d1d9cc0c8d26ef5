import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noFrames } from '../../src/figures/kit/session/frame-list.ts';
import { sharing } from '../../src/figures/kit/session/sharing.ts';

describe('frames of one run', () => {
  test('share objects, arrays, numbers and texts that are equal to those of the frame before', () => {
    const share = sharing();
    const frame = (step: number) => ({
      step,
      labels: Uint8Array.of(3, 5),
      champions: [
        { genome: 'AAAA', born: 0 },
        { genome: `B${step}`, born: step },
      ],
      white: { size: 1.5 },
    });
    const first = share(frame(1)) as ReturnType<typeof frame>;
    const second = share(frame(2)) as ReturnType<typeof frame>;
    expect(second).toEqual(frame(2));
    expect(second.labels).toBe(first.labels);
    expect(second.white).toBe(first.white);
    expect(second.champions[0]).toBe(first.champions[0]);
    expect(second.champions[1]).not.toBe(first.champions[1]);
    expect(first).toEqual(frame(1));
  });

  test('share the memory of numbers that grow, and leave what was as it was', () => {
    const share = sharing();
    const grown = (length: number) => Float32Array.from({ length }, (_, i) => i / 3);
    const all = Array.from({ length: 1000 }, (_, i) => share(grown(1 + i)) as Float32Array);
    all.forEach((numbers, i) => expect(numbers).toEqual(grown(1 + i)));
    const bytes = [...new Set(all.map(({ buffer }) => buffer))].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
    expect(bytes).toBeLessThan(4 * 4 * 1000 + 100);
  });

  test('do not write over each other where one grows in two ways', () => {
    const share = sharing();
    const [one, two, three] = [
      [1, 2],
      [1, 2, 3],
      [1, 2],
    ].map((numbers) => share(Uint8Array.from(numbers)));
    const four = share(Uint8Array.of(1, 2, 9));
    expect([one, two, three, four]).toEqual(
      [
        [1, 2],
        [1, 2, 3],
        [1, 2],
        [1, 2, 9],
      ].map((list) => Uint8Array.from(list)),
    );
  });

  test('tell kinds of numbers, and −0 from 0', () => {
    const share = sharing();
    share({ x: Float32Array.of(0), y: 0 });
    const { x, y } = share({ x: Float32Array.of(-0), y: -0 }) as {
      readonly x: Float32Array;
      readonly y: number;
    };
    expect([Object.is(x[0], -0), Object.is(y, -0)]).toEqual([true, true]);
    share(Uint8Array.of(1));
    expect(share(Int8Array.of(1))).toEqual(Int8Array.of(1));
  });

  const numbers = fc.oneof(
    fc.array(fc.constantFrom(0, 1), { maxLength: 4 }).map((list) => Uint8Array.from(list)),
    fc.array(fc.constantFrom(0, -0, 0.5, NaN), { maxLength: 4 }).map((list) => Float32Array.from(list)),
    fc.array(fc.constantFrom(0, 1), { maxLength: 4 }).map((list) => Int16Array.from(list).subarray(1)),
  );
  const { frame: frames } = fc.letrec((tie) => ({
    frame: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>(0, 1, 'a', 'b', null, undefined, true),
      numbers,
      fc.array(tie('frame'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('x', 'y', 'z'), tie('frame'), { noNullPrototype: true }),
    ),
  }));

  test('are equal to what they were before they shared, whatever comes after them', () => {
    fc.assert(
      fc.property(fc.array(frames, { maxLength: 6 }), (given) => {
        const share = sharing();
        const originals = structuredClone(given);
        const shared = given.map(share);
        expect(shared).toEqual(originals);
        expect(given).toEqual(originals);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a list of frames', () => {
  test('is a value: a longer one leaves it as it was, also where it grows in two ways', () => {
    const two = noFrames.with('a').with('b');
    const [three, other] = [two.with('c'), two.with('d').with('e')];
    const all = (list: typeof two) => Array.from({ length: list.length }, (_, i) => list.at(i));
    expect([two, three, other].map(all)).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
      ['a', 'b', 'd', 'e'],
    ]);
    expect([two.at(-1), two.at(2), two.at(-3), noFrames.at(0), noFrames.length]).toEqual([
      'b',
      undefined,
      undefined,
      undefined,
      0,
    ]);
  });

  test('grows without being copied', () => {
    const since = performance.now();
    let list = noFrames;
    for (let i = 0; i < 100_000; i++) list = list.with(i);
    // Copied each time these would be five thousand million references, which take a minute.
    expect(performance.now() - since).toBeLessThan(3000);
    expect(list.length).toBe(100_000);
  });
});
