import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { emojiCredits, emojiFiles } from '../../src/components/emoji.ts';
import { examplePicture } from '../../src/data/emoji/picture.ts';
import { readArt } from '../../src/data/emoji/read-art.ts';
import { setIds } from '../../src/data/emoji/sets.ts';
import { GET, getStaticPaths } from '../../src/pages/emoji/[set]/[thing].png.ts';

describe('The example pictures of emoji', () => {
  it('are 256 files of different names, each the picture that the nets would be shown, in 8 bits', async () => {
    const files = await emojiFiles();
    expect(new Set(files.map(({ set, thing }) => `${set}/${thing}`)).size).toBe(256);
    const panda = files.find(({ set, thing }) => set === 'noto' && thing === 'panda');
    const { data, info } = await sharp(panda?.bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([64, 64, 3]);
    const wanted = examplePicture((await readArt('noto'))[2] ?? { side: 0, rgba: new Float32Array() });
    expect(Array.from(data)).toEqual(Array.from(wanted, (value) => Math.round(255 * value)));
  });

  it('have an address each, which answers with the file', async () => {
    const paths = await getStaticPaths();
    expect(paths).toHaveLength(256);
    expect(paths.map(({ params }) => params)).toContainEqual({
      set: 'twemoji',
      thing: 'vertical-traffic-light',
    });
    const [first] = paths;
    const response = GET({ props: { bytes: first?.props.bytes ?? new Uint8Array() } });
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(first?.props.bytes);
  });
});

describe('The credits of emoji', () => {
  it('name every set, its author and a licence with a link', async () => {
    const credits = await emojiCredits();
    expect(credits).toHaveLength(setIds.length);
    for (const { name, author, license } of credits) {
      expect([name, author.name]).not.toContain('');
      expect(license.title).toMatch(/^(Apache 2\.0|CC BY(-SA)? 4\.0|MIT)$/);
      expect(license.url).toMatch(/^https:/);
    }
  });
});
