import { examplePicture, pictureSide } from '../data/emoji/picture.ts';
import { readArt, setInfo, type SetInfo } from '../data/emoji/read-art.ts';
import { setIds, type SetId } from '../data/emoji/sets.ts';
import { things } from '../data/emoji/things.ts';
import { png } from '../figures/kit/drawing/png.ts';

/**
 * An example picture of a thing as one set draws it, by the address /emoji/<set>/<thing>.png, and its bytes.
 */
export interface EmojiFile {
  readonly set: SetId;
  readonly thing: string;
  readonly bytes: Uint8Array;
}

const pngOf = (picture: Float32Array): Uint8Array =>
  png(
    Uint8Array.from(picture, (value) => Math.round(255 * value)),
    pictureSide,
    pictureSide,
    3,
  );

/** The example pictures of all things of all sets, drawn from the packages: 64 × 64 pixels on white paper. */
export const emojiFiles = async (): Promise<readonly EmojiFile[]> => {
  const files = setIds.map(async (set) =>
    (await readArt(set)).map((art, label) => ({
      set,
      thing: things[label]?.icon ?? '',
      bytes: pngOf(examplePicture(art)),
    })),
  );
  return (await Promise.all(files)).flat();
};

/** Whom the pictures are by and what they may be used for, as the packages say. */
export const emojiCredits = (): Promise<readonly SetInfo[]> => Promise.all(setIds.map(setInfo));
