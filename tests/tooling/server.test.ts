import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, toBase, type Server } from '../../src/training/browsers/server.ts';

let folder: string;
const servers: Server[] = [];

const open = async (base: string): Promise<string> => {
  const server = await serve(path.join(folder, 'site'), { base });
  servers.push(server);
  return server.url;
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  mkdirSync(path.join(folder, 'site/f'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'site/index.html'), 'front');
  writeFileSync(path.join(folder, 'site/404.html'), 'missing');
  writeFileSync(path.join(folder, 'site/f/index.html'), 'figures');
  writeFileSync(path.join(folder, 'site/figures.json'), '{}');
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  rmSync(folder, { recursive: true });
});

test.each([
  ['', '/'],
  ['/', '/'],
  ['some', '/some/'],
  ['/some/where', '/some/where/'],
  ['//some//where//', '/some/where/'],
])('the base "%s" is spelt %s', (text, base) => expect(toBase(text)).toBe(base));

describe.each(['/', '/some/where/'])('a site below %s', (base) => {
  test.each([
    ['', 200, 'front'],
    ['f/', 200, 'figures'],
    ['f/?epsilon=0.1', 200, 'figures'],
    ['figures.json', 200, '{}'],
    ['figures', 404, 'missing'],
    ['figures.json/', 404, 'missing'],
    ['f/nothing/', 404, 'missing'],
    ['%2e%2e/secret.txt', 404, 'missing'],
    ['..%2fsecret.txt', 404, 'missing'],
    ['%E0%A4%A', 404, 'missing'],
  ])('answers “%s” with %i and “%s”', async (address, status, text) => {
    const answer = await fetch((await open(base)) + address);
    expect({ status: answer.status, text: await answer.text() }).toEqual({ status, text });
  });

  test('leads a folder to its address with a slash, and keeps the query', async () => {
    const url = await open(base);
    expect((await fetch(`${url}f?epsilon=0.1`)).url).toBe(`${url}f/?epsilon=0.1`);
  });
});

test('a base without its slash leads to the front page, and what is outside of it is missing', async () => {
  const url = await open('/some/where/');
  expect((await fetch(url.slice(0, -1))).url).toBe(url);
  expect((await fetch(new URL('/some/', url))).status).toBe(404);
});

test('a port that is taken is refused with its code', async () => {
  const port = Number(new URL(await open('/')).port);
  await expect(serve(folder, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
