import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../src/figures/kit/session/events.ts';
import { createHost } from '../../src/figures/kit/session/host.ts';
import type { Page } from '../../src/figures/kit/session/page.ts';
import type { Session } from '../../src/figures/kit/session/session.ts';
import { readerError } from '../../src/lab/reader-error.ts';
import { setting, some } from './session-figure.ts';

/** Long enough for every promise that is ready to settle. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

type Start = Page['start'];

/** Runs of so many frames, and how many of them were asked for and how many runs ended. */
const counting = (count: number) => {
  const asked = { frames: 0, ended: 0 };
  const start: Start = async function* (state) {
    try {
      for (let i = 0; i < count; i++) {
        asked.frames += 1;
        yield `${state['steps'] as number}.${i}`;
        await Promise.resolve();
      }
    } finally {
      asked.ended += 1;
    }
  };
  return { asked, start };
};

const playing = (
  start: Start,
  { wait = (): Promise<void> => Promise.resolve(), now = (): number => 0 } = {},
) => {
  const seen: Session[] = [];
  const did: string[] = [];
  const page: Page = {
    start,
    now,
    query: '',
    remember: (link) => did.push(`remember ${link}`),
    agree: (id) => did.push(`agree ${id}`),
    listen: () => () => undefined,
    reducedMotion: () => false,
  };
  const send = createHost({
    setting,
    page,
    wait,
    bringInSight: () => did.push('bring in sight'),
    onChange: (session) => seen.push(session),
  });
  send({ kind: 'opened', query: '' });
  const playback = () => (seen.at(-1) as Session).playback;
  const frames = () => Array.from({ length: playback().frames.length }, (_, i) => playback().frames.at(i));
  return { send, seen, did, playback, frames };
};

const run: SessionEvent = { kind: 'pressed', primary: 'run', calm: true };
const paced: SessionEvent = { kind: 'pressed', primary: 'run', calm: false };
const pause: SessionEvent = { kind: 'pressed', primary: 'pause', calm: true };
const goOn: SessionEvent = { kind: 'pressed', primary: 'go on', calm: true };
const set = (steps: number): SessionEvent => ({ kind: 'adjusted', patch: some({ steps }) });

describe('a session with its player', () => {
  it('keeps every frame of a run and ends on the last one', async () => {
    const { send, playback, frames } = playing(counting(4).start);
    send(run);
    await settle();
    expect(playback()).toMatchObject({ phase: 'done', index: 3 });
    expect(frames()).toEqual(['3.0', '3.1', '3.2', '3.3']);
  });

  it('waits the figure’s pace between frames', async () => {
    const waits: number[] = [];
    const { send } = playing(counting(3).start, {
      wait: (...[milliseconds]: readonly number[]) => (waits.push(milliseconds ?? 0), Promise.resolve()),
    });
    send(paced);
    await settle();
    expect(waits).toEqual([50, 50, 50]);
  });

  it('times the frames after the first, and not its own pauses', async () => {
    let clock = 0;
    const start: Start = async function* () {
      for (let i = 0; i < 4; i++) {
        clock += 10;
        yield i;
        await Promise.resolve();
      }
    };
    const wait = (): Promise<void> => ((clock += 50), Promise.resolve());
    const { send, playback } = playing(start, { wait, now: () => clock });
    send(paced);
    await settle();
    expect(playback()).toMatchObject({ phase: 'done', spent: 30 });
  });

  it('stops asking for frames while paused, steps one at a time, and goes on', async () => {
    const { asked, start } = counting(6);
    const { send, playback } = playing(start);
    send({ kind: 'went back' });
    await settle();
    expect(playback()).toMatchObject({ phase: 'paused', index: 2 });
    expect(asked.frames).toBe(3);
    send({ kind: 'stepped' });
    await settle();
    expect(playback()).toMatchObject({ phase: 'paused', index: 3 });
    expect(asked.frames).toBe(4);
    send(goOn);
    await settle();
    expect(playback()).toMatchObject({ phase: 'done', index: 5 });
  });

  it('asks no more once it is paused within its pace', async () => {
    const { asked, start } = counting(6);
    let over: () => void = () => undefined;
    const { send, playback } = playing(start, { wait: () => new Promise((resolve) => (over = resolve)) });
    send(paced);
    await settle();
    send(pause);
    over();
    await settle();
    expect(asked.frames).toBe(1);
    send(goOn);
    await settle();
    expect(playback()).toMatchObject({ phase: 'running', index: 1 });
  });

  it('answers cancel at once, keeps the frames so far and ends the run', async () => {
    const { asked, start } = counting(1000);
    const { send, playback, seen } = playing(start, { wait: settle });
    send(paced);
    await settle();
    send({ kind: 'cancelled' });
    expect(playback().phase).toBe('stopped');
    const { length } = playback().frames;
    expect(length).toBeGreaterThan(0);
    await settle();
    await settle();
    expect(playback().frames.length).toBe(length);
    expect(seen.at(-1)?.playback.phase).toBe('stopped');
    expect(asked.ended).toBe(1);
  });

  it('ends a run whose frame is on its way without waiting for it', async () => {
    const signals: AbortSignal[] = [];
    const start: Start = async function* (_, { signal }) {
      signals.push(signal);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      yield 'late';
    };
    const { send, playback } = playing(start);
    send(run);
    await settle();
    send(set(5));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await settle();
    expect(playback()).toMatchObject({ phase: 'waiting', run: 2 });
  });

  it('drops the frames of a run that another has replaced', async () => {
    const { send, frames } = playing(counting(3).start, { wait: settle });
    send(paced);
    send(set(5));
    await settle();
    await settle();
    expect(frames()).toEqual(['5.0', '5.1', '5.2']);
  });

  it('tells the reader a ReaderError as it is, and any other error in plain words', async () => {
    const failing = (error: Error): Start =>
      async function* (state) {
        await Promise.resolve();
        if (state['steps'] === 3) throw error;
        yield 0;
      };
    for (const [error, sentence, retry] of [
      [
        readerError('The weights did not arrive; check the connection.', { retry: true }),
        'The weights did not arrive; check the connection.',
        true,
      ],
      [readerError('This file is no net.'), 'This file is no net.', false],
      [
        new TypeError('x is undefined'),
        'The computation failed; press “Try again”, or reset the figure.',
        true,
      ],
    ] as const) {
      const { send, playback } = playing(failing(error));
      send(run);
      await settle();
      expect(playback()).toMatchObject({ phase: 'failed', failure: { sentence, retry } });
    }
  });

  it('passes on notes until the first frame', async () => {
    const noting: Start = async function* (_, { onNote }) {
      onNote({ text: 'Loading LeNet', done: 10, total: 20 });
      await settle();
      yield 1;
    };
    const { send, seen, playback } = playing(noting);
    send(run);
    await settle();
    await settle();
    expect(seen.some(({ playback: { note } }) => note?.text === 'Loading LeNet')).toBe(true);
    expect(playback().note).toBeUndefined();
  });

  it('agrees before it starts, remembers states and brings presets in sight', () => {
    const { send, did } = playing(counting(1).start);
    send({ kind: 'chosen', link: '?steps=9&v=1' });
    send({ kind: 'agreed', id: 'imagenet-mobilenet' });
    expect(did).toEqual(['remember ?steps=9&v=1', 'bring in sight', 'agree imagenet-mobilenet']);
  });
});
