import { afterAll, expect, test } from 'vitest';
import { workersOf } from '../../src/training/workers.ts';

/** Doubles a number, tells that it is about to and in which thread; throws for what is none. */
const code = `
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', (task) => {
    if (typeof task !== 'number') throw new Error('no number: ' + task);
    parentPort.postMessage({ progress: String(threadId) });
    setTimeout(() => parentPort.postMessage({ answer: 2 * task }), 20);
  });
`;
const doubling = (most: number) =>
  workersOf<unknown, number>(new URL(`data:text/javascript,${encodeURIComponent(code)}`), most);

const workers = doubling(2);
afterAll(() => workers.end());

test('every task is answered, in as many workers as there may be', async () => {
  const threads = new Set<string>();
  const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => workers.ask(n, (text) => threads.add(text))));
  expect(answers).toEqual([2, 4, 6, 8, 10]);
  expect(threads.size).toBe(2);
});

test('what a worker throws reaches whoever asked, and the others are answered all the same', async () => {
  const one = doubling(1);
  const asked = [one.ask(1), one.ask('two'), one.ask(3)];
  expect(await Promise.allSettled(asked)).toEqual([
    { status: 'fulfilled', value: 2 },
    { status: 'rejected', reason: expect.objectContaining({ message: 'no number: two' }) as unknown },
    { status: 'fulfilled', value: 6 },
  ]);
  expect(await one.ask(4)).toBe(8);
  await one.end();
});
