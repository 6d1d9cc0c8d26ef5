import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataSet } from '../../src/training/data-folder.ts';
import { downloadMnist } from '../../src/training/download.ts';
import { readMnist } from '../../src/training/files.ts';

const published = dataSet('mnist');
const here = existsSync(published);
if (!here) console.error(`SKIPPED: a download of MNIST from a mirror, because there is no ${published}`);

describe.skipIf(!here)('A download of MNIST from a mirror', () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    void readFile(path.join(published, path.basename(request.url ?? ''))).then((bytes) =>
      response.end(bytes),
    );
  });
  afterAll(() => void server.close());

  it('gives the 70,000 digits, asks for each file once, and leaves right files alone', async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mirror/`;
    const folder = await mkdtemp(path.join(os.tmpdir(), 'mnist-'));
    const said: string[] = [];
    await downloadMnist(folder, (line) => said.push(line), [mirror]);
    await downloadMnist(folder, (line) => said.push(line), [mirror]);
    expect(asked.length).toBe(4);
    expect(said.slice(0, 4).every((line) => line.includes('downloaded'))).toBe(true);
    expect(said.slice(4).every((line) => line.includes('already here'))).toBe(true);
    expect((await readMnist(folder, 'train')).count).toBe(60_000);
    expect((await readMnist(folder, 'test')).count).toBe(10_000);
    await rm(folder, { recursive: true });
  });
});
