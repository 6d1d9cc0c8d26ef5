import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isReaderError, type ReaderError } from '../../src/lab/reader-error.ts';
import type { Card } from '../../src/nets/card.ts';
import { encodeModel } from '../../src/nets/format/model-file.ts';
import type { Topology } from '../../src/nets/format/layers.ts';
import { loadNet } from '../../src/nets/load-net.ts';
import type { ByteSource, NetId } from '../../src/nets/net.ts';
import type { Registry } from '../../src/nets/registry.ts';
import { sha256 } from '../../src/nets/sha256.ts';
import { fetchBytes } from '../../src/nets/sources/fetch.ts';
import { fileBytes } from '../../src/nets/sources/file.ts';

type Files = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

const id = 'tiny' as NetId;
const json = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

const declared = (units: number): Topology => ({
  model_config: {
    class_name: 'Sequential',
    config: {
      name: 'tiny',
      layers: [
        {
          class_name: 'Dense',
          config: { name: 'd', units, activation: 'softmax', batch_input_shape: [null, 2] },
        },
      ],
    },
  },
});

const card: Card = {
  id,
  title: 'A tiny net',
  data: { name: 'none', train: [], test: [] },
  seed: 1,
  epochs: 1,
  accuracy: { n: 1, rate: 1, low: 0, high: 1 },
  parameters: 6,
  bytes: 100,
  files: {},
  licence: 'MIT',
};

const files: Files = {
  ...encodeModel(declared(2), [Float32Array.of(1, 2, 3, 4), Float32Array.of(0, 1)]),
  'card.json': json(card),
};

const registryOf = (all: Files): Registry => ({
  [id]: {
    title: 'A tiny net',
    files: Object.fromEntries(
      Object.entries(all).map(([name, bytes]) => [name, { bytes: bytes.byteLength, sha256: sha256(bytes) }]),
    ),
  },
});

const registry = registryOf(files);

const from =
  (all: Files): ByteSource =>
  async (path) =>
    all[path.slice(id.length + 1)] ?? new Uint8Array();

const failure = async (loading: Promise<unknown>): Promise<ReaderError> => {
  const error: unknown = await loading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isReaderError(error)) throw new Error('A reader error was expected.', { cause: error });
  return error;
};

describe('Loading a net', () => {
  it('gives an oracle with its card, and reports every byte', async () => {
    const seen: number[] = [];
    const source: ByteSource = async (path, options) => {
      const bytes = await from(files)(path);
      for (const part of [0.5, 1]) options?.onBytes?.(Math.floor(part * bytes.byteLength));
      return bytes;
    };
    const net = await loadNet(id, source, {
      registry,
      onProgress: ({ done, total }) => seen.push(done / total),
    });
    expect(net.card).toEqual(card);
    expect([...(await net.logits(Float32Array.of(1, 10)))]).toEqual([31, 43]);
    const [p0 = NaN, p1 = NaN] = await net.probabilities(Float32Array.of(1, 10));
    expect(p0 + p1).toBeCloseTo(1, 6);
    expect(p1 / p0 / Math.exp(12)).toBeCloseTo(1, 3);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    net.dispose();
  });

  it('says which nets there are when the id is unknown', async () => {
    const error = await failure(loadNet('nobody' as NetId, from(files), { registry }));
    expect(error.message).toBe('There is no net called “nobody”. There are: tiny.');
    expect(error.retry).toBe(false);
  });

  it('says that weights were cut short, and that trying again may help', async () => {
    const cut = { ...files, 'weights.bin': (files['weights.bin'] ?? new Uint8Array()).slice(0, 7) };
    const error = await failure(loadNet(id, from(cut), { registry }));
    expect(error.message).toBe(
      'A tiny net cannot be used: weights.bin was cut short (7 of 12 bytes arrived). Try again.',
    );
    expect(error.retry).toBe(true);
  });

  it.each(Object.keys(files))('refuses %s with one bit altered', async (name) => {
    const altered = (files[name] ?? new Uint8Array()).map((byte, i) => (i === 3 ? byte ^ 1 : byte));
    const error = await failure(loadNet(id, from({ ...files, [name]: altered }), { registry }));
    expect(error.message).toBe(
      `A tiny net cannot be used: ${name} was altered on its way: it is not the file that was published. Try again.`,
    );
    expect(error.retry).toBe(true);
  });

  it('asks past the cache once when a cached copy is broken', async () => {
    const source: ByteSource = (path, options) =>
      options?.fresh ? from(files)(path) : Promise.resolve(new Uint8Array([1, 2, 3]));
    const net = await loadNet(id, source, { registry });
    expect(net.classes).toBe(2);
    net.dispose();
  });

  it.each([
    [
      'weights of another shape',
      { ...files, 'model.json': encodeModel(declared(3), [])['model.json'] },
      /The weights end within d\/bias/,
    ],
    ['too many weights', { ...files, 'weights.bin': new Uint8Array(20) }, /8 bytes follow the last weight/],
    [
      'a layer nobody knows',
      {
        ...files,
        'model.json': json({
          modelTopology: {
            model_config: {
              class_name: 'Sequential',
              config: { name: 'x', layers: [{ class_name: 'LSTM', config: {} }] },
            },
          },
          weightsManifest: [],
        }),
      },
      /do not describe a network we know\. Layers of the kind LSTM cannot be run and differentiated here\.$/,
    ],
    [
      'no JSON at all',
      { ...files, 'model.json': new Uint8Array([60]) },
      /its files do not describe a network/,
    ],
  ])(
    'says in one sentence that a published net with %s cannot be read',
    async (_, broken: Files, sentence) => {
      const error = await failure(loadNet(id, from(broken), { registry: registryOf(broken) }));
      expect(error.message).toMatch(/^A tiny net cannot be read: /);
      expect(error.message).toMatch(sentence);
      expect(error.retry).toBe(false);
    },
  );
});

describe('A net that does not ship', () => {
  const asked: string[] = [];
  const published: Files = {
    ...encodeModel(declared(2), [Float32Array.of(1, 2, 3, 4), Float32Array.of(0, 1)]),
  };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const bytes = published[request.url?.slice('/there/'.length) ?? ''];
    response.writeHead(bytes ? 200 : 404).end(bytes);
  });
  let onDemand: Registry = {};
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/there/`;
    const { data, accuracy, parameters, licence } = card;
    const known = { data, accuracy, parameters, licence };
    const [entry] = Object.values(registryOf(published));
    if (entry) onDemand = { [id]: { ...entry, onDemand: { address, range: [-1, 1], card: known } } };
  });
  afterAll(() => void server.close());

  const nowhere: ByteSource = (path) => fetchBytes('http://127.0.0.1:9/')(path);

  it('is not loaded before the reader has agreed to its size', async () => {
    const error = await failure(loadNet(id, from(published), { registry: onDemand }));
    expect(error.message).toMatch(
      /^A tiny net does not come with this site: it is a download of 0\.000\d+ MB from 127\.0\.0\.1:\d+\. Agree to it first\.$/,
    );
    expect(asked).toEqual([]);
  });

  it('comes from the copy on the site where there is one, and sees pixels in the range it wants', async () => {
    const net = await loadNet(id, from(published), { registry: onDemand, agreed: true });
    // Weights 1, 2; 3, 4 and biases 0, 1 at −1 and 1 for pixels 0 and 1.
    expect([...(await net.logits(Float32Array.of(0, 1)))]).toEqual([2, 3]);
    const { gradient } = await net.pullback(Float32Array.of(0, 1), () => Float32Array.of(1, 0));
    expect([...gradient]).toEqual([2, 6]);
    expect(net.card.parameters).toBe(6);
    expect(asked).toEqual([]);
    net.dispose();
  });

  it('comes from the public address where there is no copy, each file once', async () => {
    const seen: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => seen.push(done / total);
    const net = await loadNet(id, nowhere, { registry: onDemand, agreed: true, onProgress });
    expect(net.classes).toBe(2);
    expect(asked.toSorted()).toEqual(['/there/model.json', '/there/weights.bin']);
    expect(seen.at(-1)).toBe(1);
    net.dispose();
  });

  it.each([
    [
      'altered',
      (bytes: Uint8Array<ArrayBuffer>) => bytes.map((b, i) => (i === 3 ? b ^ 1 : b)),
      /was altered on its way/,
    ],
    [
      'cut short',
      (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, 5),
      /was cut short \(5 of 12 bytes arrived\)/,
    ],
  ])('is refused when a file of it was %s', async (_, change, why) => {
    const broken = { ...published, 'weights.bin': change(published['weights.bin'] ?? new Uint8Array()) };
    const error = await failure(loadNet(id, from(broken), { registry: onDemand, agreed: true }));
    expect(error.message).toMatch(why);
    expect(error.retry).toBe(true);
  });
});

describe('Bytes over the network', () => {
  const whole = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);
  const server = createServer((request, response) => {
    if (request.url === '/models/a/b.bin') {
      response.writeHead(200, { 'content-length': whole.byteLength });
      response.end(whole);
    } else if (request.url === '/models/broken') {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    } else response.writeHead(404).end('no');
  });
  let base = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/models/`;
  });
  afterAll(() => void server.close());

  it('arrive whole, with progress', async () => {
    const seen: number[] = [];
    expect(await fetchBytes(base)('a/b.bin', { onBytes: (n) => seen.push(n) })).toEqual(whole);
    expect(seen.at(-1)).toBe(whole.byteLength);
  });

  it.each([
    ['is missing', 'nothing', /the server answered 404/],
    ['breaks off', 'broken', /the connection broke off/],
  ])('give one sentence and may be retried when the file %s', async (_, path, why) => {
    const error = await failure(fetchBytes(base)(path));
    expect(error.message).toMatch(why);
    expect(error.message).toMatch(/Check the connection and try again\.$/);
    expect(error.retry).toBe(true);
  });

  it('give one sentence and may be retried when nobody answers', async () => {
    const error = await failure(fetchBytes('http://127.0.0.1:9/')('x'));
    expect(error.message).toMatch(/the server cannot be reached/);
    expect(error.retry).toBe(true);
  });

  it('say which file is missing when read from a folder', async () => {
    const error = await failure(fileBytes(new URL('file:///nowhere/'))('x/model.json'));
    expect(error.message).toBe('There is no file x/model.json in /nowhere/.');
  });
});
