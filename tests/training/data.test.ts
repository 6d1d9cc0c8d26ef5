import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseIdx } from '../../src/data/idx.ts';
import { digitRows, mnistFiles, parseDigits } from '../../src/data/mnist.ts';
import { isReaderError } from '../../src/lab/reader-error.ts';
import type { ByteSource } from '../../src/nets/net.ts';
import { sha256 } from '../../src/nets/sha256.ts';
import { dataFolder, dataSet } from '../../src/training/data-folder.ts';
import { downloadMnist } from '../../src/training/download.ts';
import { verified } from '../../src/training/files.ts';
import { mirrorNet } from '../../src/training/mirror.ts';
import { root } from '../build.ts';

const idx = (sizes: readonly number[], bytes: readonly number[]): Uint8Array =>
  Uint8Array.from([0, 0, 8, sizes.length, ...sizes.flatMap((n) => [0, 0, n >> 8, n & 255]), ...bytes]);

const sentence = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isReaderError(error)) throw new Error('A reader error was expected.', { cause: error });
  return error.message;
};

describe('An IDX file', () => {
  it('is read with its sizes', () => {
    const { sizes, bytes } = parseIdx(idx([2, 3], [1, 2, 3, 4, 5, 6]), 'A file');
    expect(sizes).toEqual([2, 3]);
    expect([...bytes]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([
    ['empty', new Uint8Array(), /ends within its header/],
    ['cut within its sizes', idx([2, 3], []).slice(0, 9), /ends within its header/],
    ['cut within its bytes', idx([2, 3], [1, 2, 3]), /18 bytes were expected, 15 are there/],
    ['followed by more', idx([1], [1, 2]), /9 bytes were expected, 10 are there/],
    ['something else', Uint8Array.from([31, 139, 8, 0, 0, 0, 0, 0]), /does not begin like one of bytes/],
  ])('that is %s gives one sentence', (_, file, why) => {
    expect(() => parseIdx(file, 'A file')).toThrow(why);
    expect(() => parseIdx(file, 'A file')).toThrow(
      /^A file is not a complete IDX file: .* Download it again\.$/,
    );
  });

  it('of pictures goes with one of as many labels, as rows in 0 … 1', () => {
    const pixels = Array.from({ length: 2 * 784 }, (_, i) => i % 256);
    const digits = parseDigits(idx([2, 28, 28], pixels), idx([2], [7, 3]));
    const { x, labels } = digitRows(digits, 1);
    expect([...labels]).toEqual([3]);
    expect(x.length).toBe(784);
    expect(x[5]).toBe(Math.fround(((784 + 5) % 256) / 255));
    expect(() => parseDigits(idx([2, 28, 28], pixels), idx([1], [7]))).toThrow(/do not belong together/);
  });
});

describe('A mirror of a net', () => {
  const files: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
    a: Uint8Array.of(1, 2),
    b: Uint8Array.of(3),
  };
  const entry = {
    title: 'A net',
    files: Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, { bytes: bytes.length, sha256: sha256(bytes) }]),
    ),
  };

  it('fetches each file once, goes on where it stopped, and mends what was spoilt', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'mirror-'));
    const asked: string[] = [];
    const said: string[] = [];
    const source: ByteSource = async (name) => {
      asked.push(name);
      return files[name] ?? Uint8Array.of();
    };
    const mirror = () => mirrorNet(entry, source, folder, (line) => said.push(line));
    await writeFile(path.join(folder, 'a'), Uint8Array.of(1, 2));
    await mirror();
    expect(asked).toEqual(['b']);
    expect(said[0]).toMatch(/^a: already here, SHA-256 as published \(1 of 2 files/);
    expect(said[1]).toMatch(/^b: fetched, SHA-256 as published \(2 of 2 files/);
    await writeFile(path.join(folder, 'a'), Uint8Array.of(1));
    await mirror();
    expect(asked).toEqual(['b', 'a']);
    expect([...(await readFile(path.join(folder, 'a')))]).toEqual([1, 2]);
    await rm(folder, { recursive: true });
  });

  it('keeps nothing that is not the published file', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'mirror-'));
    const source: ByteSource = async () => Uint8Array.of(9, 9);
    expect(await sentence(mirrorNet(entry, source, folder, () => undefined))).toMatch(
      /^a was altered on its way: it is not the file that was published\. Try again, or take the files from elsewhere/,
    );
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

describe('The data command', () => {
  const labels = mnistFiles.test.labels;
  let folder = '';
  let mirror = '';
  // One answers with nonsense, one with an error, one with something well packed that is not the file.
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/nonsense/')) response.end('nonsense');
    else if (request.url?.startsWith('/other/')) response.end(gzipSync('another file'));
    else response.writeHead(404).end();
  });
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'mnist-'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it('says what each mirror did when none has the file', async () => {
    const mirrors = [`${mirror}nonsense/`, `${mirror}gone/`, `${mirror}other/`, 'http://127.0.0.1:9/'];
    const message = await sentence(downloadMnist(path.join(folder, 'to'), () => undefined, mirrors));
    expect(message).toMatch(/^train-images-idx3-ubyte could not be downloaded \(/);
    expect(message).toMatch(
      /what it sent cannot be unpacked; .*it answered 404; .*what it sent is not the published file/,
    );
    expect(message).toMatch(/Check the connection and try again/);
  });

  it('tells a missing, a torn and an altered file apart', async () => {
    expect(await sentence(verified(folder, labels))).toMatch(
      /Neither t10k-labels-idx1-ubyte nor .*\.gz is in/,
    );
    await writeFile(path.join(folder, `${labels.name}.gz`), gzipSync('x'.repeat(1000)).subarray(0, 20));
    expect(await sentence(verified(folder, labels))).toMatch(/cannot be unpacked/);
    await writeFile(path.join(folder, `${labels.name}.gz`), gzipSync('another file'));
    expect(await sentence(verified(folder, labels))).toMatch(/is not the file that was published/);
  });
});

describe('The folder of data sets', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is the one named, else what the environment says, else .data/ of the repository', () => {
    vi.stubEnv('EASILY_FOOLED_DATA', 'somewhere');
    expect(dataFolder('named')).toBe(path.resolve('named'));
    expect(dataSet('mnist')).toBe(path.resolve('somewhere/mnist'));
    vi.stubEnv('EASILY_FOOLED_DATA', '');
    expect(dataFolder()).toBe(path.join(root, '.data'));
    vi.stubEnv('EASILY_FOOLED_DATA', undefined);
    expect(dataSet('mnist')).toBe(path.join(root, '.data/mnist'));
  });
});
