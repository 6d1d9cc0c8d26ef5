import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Consent } from '../../src/figures/kit/live/consent.tsx';
import { netWords } from '../../src/nets/catalogue.ts';
import { createBench } from '../../src/nets/bench/create-bench.ts';
import { isReaderError } from '../../src/lab/reader-error.ts';
import { wordsOf } from '../../src/lab/reading/words.ts';
import { answerOf, wordsAt } from '../../src/lab/reading/reader.ts';
import { downloadSize, registry } from '../../src/nets/registry.ts';
import { entryOf } from '../../src/nets/sources/checked.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';
import { netIsHere, nodeBench } from '../../src/training/node-bench.ts';

const notes: string[] = [];
const bench = createBench(fileBytes(shippedModels), 'wasm')(({ text }) => void notes.push(text));

describe('a bench’s reader', () => {
  it('answers a question about a passage, and says that it was loaded', async () => {
    const reader = await bench.reader();
    const passage = wordsOf('The bus to Lima leaves at noon. Anna Berg bought the red kite in Oslo.');
    const [pointers] = await reader.read([{ passage, question: wordsOf('Who bought the red kite?') }]);
    if (pointers === undefined) throw new Error('One reading gives one answer.');
    expect(wordsAt(passage, answerOf(pointers))).toBe('Anna Berg');
    expect(reader.card.title).toBe(netWords('reader').name);
    expect(notes).toContain('Loading the network');
  });

  it('is loaded once', async () => {
    expect(await bench.reader()).toBe(await bench.reader());
  });
});

describe('a net that does not ship', () => {
  it('is only loaded once the reader has agreed, and says before what that means', async () => {
    const asked: string[] = [];
    const open = createBench((path) => {
      asked.push(path);
      return Promise.reject(new Error('nothing is here'));
    }, 'wasm');
    const error: unknown = await open(() => undefined)
      .net('imagenet-mobilenet')
      .catch((thrown: unknown) => thrown);
    if (!isReaderError(error)) throw new Error('A reader error was expected.', { cause: error });
    expect(error.download).toEqual({
      id: 'imagenet-mobilenet',
      title: 'MobileNet',
      bytes: downloadSize(entryOf(registry, 'imagenet-mobilenet')),
      host: 'storage.googleapis.com',
    });
    expect(asked).toEqual([]);
  });

  it('is asked for of the reader by name, size and server, and by one button', () => {
    const download = { id: 'big', title: 'A big net', bytes: 1_938_816, host: 'example.org' };
    const drawn = render(h(Consent, { download, onAgree: () => undefined }));
    expect(drawn.replace(/<[^>]*>/g, '')).toMatch(
      /^A big net is not part of this book: .* 1\.9 MB from example\.org\..*Load it$/,
    );
  });

  const here = netIsHere('imagenet-mobilenet');
  if (!here) console.error('SKIPPED: MobileNet on Node’s bench, because it is not here.');
  it.skipIf(!here)('is agreed to in Node, and comes from files', async () => {
    const net = await nodeBench().net('imagenet-mobilenet');
    expect([net.classes, net.dimension]).toEqual([1000, 224 * 224 * 3]);
  });
});
