import { beforeAll, describe, expect, it } from 'vitest';
import type { Art } from '../../src/data/emoji/art.ts';
import { pictureLength } from '../../src/data/emoji/picture.ts';
import { heldOut, seenSets } from '../../src/data/emoji/sets.ts';
import { thingNames } from '../../src/data/emoji/things.ts';
import { random } from '../../src/lab/random.ts';
import { row } from '../../src/lab/vec.ts';
import { emojiTask, freshEmoji } from '../../src/training/tasks/emoji.ts';
import type { Task } from '../../src/training/tasks/task.ts';

let task: Task;

beforeAll(async () => {
  task = await emojiTask({ kind: 'emoji', count: 224 });
});

const blank: Art = { side: 2, rgba: new Float32Array(16) };

describe('The task of emoji', () => {
  it('learns from seven sets and is judged by another, none of the seven', () => {
    const [train, test] = [task.data.train.map(({ name }) => name), task.data.test.map(({ name }) => name)];
    expect(train).toEqual(seenSets.map((set) => `@iconify-json/${set}/icons.json`));
    expect(test).toEqual([`@iconify-json/${heldOut}/icons.json`]);
    expect(new Set([...task.data.train, ...task.data.test].map(({ sha256 }) => sha256)).size).toBe(8);
    expect(task.trials.map(({ name }) => name.includes(heldOut))).toEqual([false, true]);
  });

  it('shows every thing as often as every other in an epoch, from the stream alone', () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < task.count; i++) {
      const { label } = task.example(i, random(i));
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual(thingNames.map((_, label) => label));
    expect(new Set(counts.values())).toEqual(new Set([7]));
    expect(task.example(5, random(1))).toEqual(task.example(5, random(1)));
    expect(task.example(5, random(1))).not.toEqual(task.example(5, random(2)));
  });

  it('is judged by the same pictures always, in whatever portions they are asked for', () => {
    for (const trial of task.trials) {
      const all = trial.rows(0, 40);
      const later = trial.rows(30, 40);
      expect(all.labels).toEqual(Int32Array.from({ length: 40 }, (_, i) => i % 32));
      expect(later.labels).toEqual(all.labels.slice(30));
      expect(row(later.x, 3, pictureLength)).toEqual(row(all.x, 33, pictureLength));
    }
    const [seen, unseen] = task.trials;
    expect(unseen?.rows(0, 1).x).not.toEqual(seen.rows(0, 1).x);
  });

  it('refuses to make pictures of no set', () => {
    expect(() => freshEmoji([], 'none', 0, 1)).toThrow(RangeError);
    expect(freshEmoji([thingNames.map(() => blank)], 'blank', 0, 2).x).toHaveLength(2 * pictureLength);
  });
});
