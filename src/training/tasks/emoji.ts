import { type Art } from '../../data/emoji/art.ts';
import { everyday, wild } from '../../data/emoji/conditions.ts';
import { emojiPicture, pictureLength } from '../../data/emoji/picture.ts';
import { readArt, setBytes } from '../../data/emoji/read-art.ts';
import { heldOut, seenSets, type SetId } from '../../data/emoji/sets.ts';
import { thingNames } from '../../data/emoji/things.ts';
import { random } from '../../lab/random.ts';
import { sha256 } from '../../nets/sha256.ts';
import type { Rows, Task, Trial } from './task.ts';

/** Pictures of emoji, every one of them new: an epoch is a number of pictures, not a set. */
export interface EmojiPlan {
  readonly kind: 'emoji';
  /** Pictures in one epoch. */
  readonly count: number;
}

/** The art of some sets: of each, all things by label. */
export type Arts = readonly (readonly Art[])[];

/** Thing and set take turns, so that as many pictures as there are arts show each art once. */
const artAt = (arts: Arts, index: number): { readonly art: Art; readonly label: number } => {
  const label = index % thingNames.length;
  const art = arts[Math.floor(index / thingNames.length) % arts.length]?.[label];
  if (!art) throw new RangeError('There is no art of any set.');
  return { art, label };
};

/**
 * Pictures `from` to `to` (exclusive) of those that nets are judged by, of the given sets: picture i is the
 * same always, and of a seed that training never draws from.
 */
export const freshEmoji = (arts: Arts, name: string, from: number, to: number): Rows => {
  const x = new Float32Array((to - from) * pictureLength);
  const labels = new Int32Array(to - from);
  for (let i = from; i < to; i++) {
    const { art, label } = artAt(arts, i);
    x.set(emojiPicture(art, everyday, random(`fresh emoji of ${name}`).fork(i)), (i - from) * pictureLength);
    labels[i - from] = label;
  }
  return { x, labels };
};

const trial = (arts: Arts, name: string, count: number): Trial => ({
  name,
  count,
  rows: (from, to) => freshEmoji(arts, name, from, to),
});

const file = async (set: SetId): Promise<{ readonly name: string; readonly sha256: string }> => ({
  name: `@iconify-json/${set}/icons.json`,
  sha256: sha256(await setBytes(set)),
});

const seenArts = (): Promise<Arts> => Promise.all(seenSets.map(readArt));

const trialsOf = async (seen: Arts): Promise<readonly [seen: Trial, heldOut: Trial]> => [
  trial(seen, 'fresh pictures of the sets trained on', 2240),
  trial([await readArt(heldOut)], `pictures of ${heldOut}, a set never trained on`, 1920),
];

/** The trials: fresh pictures of the sets trained on, and of the one held out. */
export const emojiTrials = async (): ReturnType<typeof trialsOf> => trialsOf(await seenArts());

/** The task of telling 32 things apart, learned from seven sets. */
export const emojiTask = async (plan: EmojiPlan): Promise<Task> => {
  const arts = await seenArts();
  return {
    data: {
      name: 'emoji of eight open sets, one of them held out',
      train: await Promise.all(seenSets.map(file)),
      test: [await file(heldOut)],
    },
    count: plan.count,
    example: (index, stream) => {
      const { art, label } = artAt(arts, index);
      return { x: emojiPicture(art, wild, stream), label };
    },
    trials: await trialsOf(arts),
  };
};
