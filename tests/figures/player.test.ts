import { describe, expect, it } from 'vitest';
import { createPlayer, type Snapshot, type Start } from '../../src/figures/kit/session/player.ts';
import { readerError } from '../../src/lab/reader-error.ts';

/** Long enough for every promise that is ready to settle. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** A run of `count` frames 0, 1, 2 …, and how many of them were asked for. */
const counting = (count: number) => {
  const asked = { frames: 0, ended: 0 };
  const start: Start<number, number> = async function* (offset) {
    try {
      for (let i = 0; i < count; i++) {
        asked.frames += 1;
        yield offset + i;
        await Promise.resolve();
      }
    } finally {
      asked.ended += 1;
    }
  };
  return { asked, start };
};

const playing = (start: Start<number, number>, wait: (ms: number) => Promise<void> = () => Promise.resolve()) => {
  const seen: Snapshot<number>[] = [];
  const player = createPlayer({ start, wait, onChange: (snapshot) => seen.push(snapshot) });
  return { player, seen, now: () => seen.at(-1) as Snapshot<number> };
};

describe('the player', () => {
  it('keeps every frame of a run and ends on the last one', async () => {
    const { player, now } = playing(counting(4).start);
    player.play(10, { pace: 0 });
    await settle();
    expect(now()).toMatchObject({ phase: 'done', frames: [10, 11, 12, 13], index: 3 });
  });

  it('ends on the one before the last where that is asked for, and goes on to the last from there', async () => {
    const { player, now } = playing(counting(4).start);
    player.play(10, { pace: 0, until: -1 });
    await settle();
    expect(now()).toMatchObject({ phase: 'done', frames: [10, 11, 12, 13], index: 2 });
    player.seek(3);
    expect(now().index).toBe(3);
  });

  it('waits its pace between frames', async () => {
    const waits: number[] = [];
    const { player } = playing(counting(3).start, (ms) => (waits.push(ms), Promise.resolve()));
    player.play(0, { pace: 84 });
    await settle();
    expect(waits).toEqual([84, 84, 84]);
  });

  it('times the frames after the first, and not its own pauses', async () => {
    let clock = 0;
    const start: Start<number, number> = async function* () {
      for (let i = 0; i < 4; i++) {
        clock += 10;
        yield i;
        await Promise.resolve();
      }
    };
    const wait = (ms: number): Promise<void> => ((clock += ms), Promise.resolve());
    const seen: Snapshot<number>[] = [];
    const player = createPlayer({ start, wait, onChange: (snapshot) => seen.push(snapshot), now: () => clock });
    player.play(0, { pace: 84 });
    await settle();
    expect(seen.at(-1)).toMatchObject({ phase: 'done', spent: 30 });
  });

  it('stops asking for frames while paused, steps one at a time, and goes on', async () => {
    const { asked, start } = counting(6);
    const { player, now } = playing(start);
    player.play(0, { pace: 0, until: 1 });
    await settle();
    expect(now()).toMatchObject({ phase: 'paused', index: 1 });
    expect(asked.frames).toBe(2);
    player.step();
    await settle();
    expect(now()).toMatchObject({ phase: 'paused', index: 2 });
    expect(asked.frames).toBe(3);
    player.resume();
    await settle();
    expect(now()).toMatchObject({ phase: 'done', index: 5 });
  });

  it('answers cancel at once, keeps the frames so far and ends the run', async () => {
    const { asked, start } = counting(1000);
    const { player, now, seen } = playing(start, settle);
    player.play(0, { pace: 1 });
    await settle();
    player.cancel();
    const atOnce = now();
    expect(atOnce.phase).toBe('stopped');
    expect(atOnce.frames.length).toBeGreaterThan(0);
    const changes = seen.length;
    await settle();
    await settle();
    expect(seen.length).toBe(changes);
    expect(asked.ended).toBe(1);
  });

  it('shows any earlier frame, and none that was not computed', async () => {
    const { player, now } = playing(counting(4).start);
    player.play(0, { pace: 0 });
    await settle();
    player.seek(1);
    expect(now().index).toBe(1);
    player.seek(4);
    expect(now().index).toBe(1);
  });

  it('drops the frames of a run that another has replaced', async () => {
    const { player, now } = playing(counting(3).start, settle);
    player.play(0, { pace: 1 });
    player.play(100, { pace: 0 });
    await settle();
    await settle();
    expect(now()).toMatchObject({ phase: 'done', frames: [100, 101, 102] });
  });

  it('tells the reader a ReaderError as it is, and any other error in plain words', async () => {
    const failing = (error: Error): Start<number, number> =>
      async function* (count) {
        await Promise.resolve();
        if (count < 1) throw error;
        yield count;
      };
    for (const [error, sentence, retry] of [
      [
        readerError('The weights did not arrive; check the connection.', { retry: true }),
        'The weights did not arrive; check the connection.',
        true,
      ],
      [readerError('This file is no net.'), 'This file is no net.', false],
      [new TypeError('x is undefined'), 'The computation failed; press “Try again”, or reset the figure.', true],
    ] as const) {
      const { player, now } = playing(failing(error));
      player.play(0, { pace: 0 });
      await settle();
      expect(now()).toMatchObject({ phase: 'failed', failure: { sentence, retry } });
    }
  });

  it('passes on notes until the first frame', async () => {
    const noting: Start<number, number> = async function* (_, { onNote }) {
      onNote({ text: 'Loading LeNet', done: 10, total: 20 });
      await settle();
      yield 1;
    };
    const { player, seen, now } = playing(noting);
    player.play(0, { pace: 0 });
    await settle();
    await settle();
    expect(seen.some(({ note }) => note?.text === 'Loading LeNet')).toBe(true);
    expect(now().note).toBeUndefined();
  });
});
