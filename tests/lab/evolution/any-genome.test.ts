import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGenome, shownIn } from '../../../src/lab/evolution/any-genome.ts';
import { cppn } from '../../../src/lab/evolution/encodings/cppn.ts';
import { direct } from '../../../src/lab/evolution/encodings/direct.ts';
import { random } from '../../../src/lab/random.ts';
import { isReaderError } from '../../../src/lab/reader-error.ts';

const colours = ['grey', 'rgb', 'hsv'] as const;

test('a genome’s text alone says which picture it is', () => {
  for (const colour of colours)
    for (const encoding of [cppn({ colour }), direct({ size: 9, colour })]) {
      const genome = encoding.random(random(3)) as never;
      const read = readGenome(encoding.serialise(genome));
      expect([read.kind, read.colour, read.channels]).toEqual([encoding.id, colour, encoding.channels]);
      expect(read.render(9)).toEqual(encoding.render(genome, 9));
      expect(read.graph !== undefined).toBe(encoding.id === 'cppn');
    }
});

test('grey in three channels has them alike, and comes back by their mean', () => {
  const encoding = cppn({ colour: 'grey' });
  const genome = readGenome(encoding.serialise(encoding.random(random(5))));
  const grey = genome.render(8);
  const coloured = shownIn(genome, 3);
  expect(coloured.render(8).filter((_, i) => i % 3 === 1)).toEqual(grey);
  expect(shownIn({ ...genome, channels: 3, render: coloured.render }, 1).render(8)).toEqual(grey);
  expect(shownIn(genome, 1)).toBe(genome);
});

test('any other text is refused with a sentence', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w-]{0,40}$/), (text) => {
      try {
        readGenome(text).render(4);
      } catch (error) {
        expect(isReaderError(error)).toBe(true);
      }
    }),
  );
});
