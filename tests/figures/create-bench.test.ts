import { describe, expect, it } from 'vitest';
import { createBench } from '../../src/figures/kit/create-bench.ts';
import { wordsOf } from '../../src/lab/reading/words.ts';
import { answerOf, wordsAt } from '../../src/lab/reading/reader.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';

const notes: string[] = [];
const bench = createBench(fileBytes(shippedModels), 'wasm')(({ text }) => void notes.push(text));

describe('a bench’s reader', () => {
  it('answers a question about a passage, and says that it was loaded', async () => {
    const reader = await bench.reader();
    const passage = wordsOf('The bus to Lima leaves at noon. Anna Berg bought the red kite in Oslo.');
    const [pointers] = await reader.read([{ passage, question: wordsOf('Who bought the red kite?') }]);
    if (pointers === undefined) throw new Error('One reading gives one answer.');
    expect(wordsAt(passage, answerOf(pointers))).toBe('Anna Berg');
    expect(reader.card.title).toContain('questions');
    expect(notes).toContain('Loading the network');
  });

  it('is loaded once', async () => {
    expect(await bench.reader()).toBe(await bench.reader());
  });
});
