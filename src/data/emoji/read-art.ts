import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { z } from 'zod';
import { mapped } from '../../lab/vec.ts';
import { readerError } from '../../lab/reader-error.ts';
import type { Art } from './art.ts';
import type { SetId } from './sets.ts';
import { iconOf, things } from './things.ts';

const size = { width: z.number().optional(), height: z.number().optional() };

/** icons.json of a package, as far as it is read here. */
const iconsFile = z.object({
  icons: z.record(
    z.string(),
    z.object({ body: z.string(), left: z.number().optional(), top: z.number().optional(), ...size }),
  ),
  aliases: z.record(z.string(), z.object({ parent: z.string() })).default({}),
  ...size,
});

/** info.json of a package, as far as it is read here. */
const infoFile = z.object({
  name: z.string(),
  author: z.object({ name: z.string(), url: z.url() }),
  license: z.object({ title: z.string(), url: z.url() }),
});

type Icons = z.output<typeof iconsFile>;

/** Who drew a set, and under which licence it may be used. */
export type SetInfo = z.output<typeof infoFile>;

const bytesOf = (set: SetId, name: string): Promise<Buffer> =>
  readFile(fileURLToPath(import.meta.resolve(`@iconify-json/${set}/${name}`)));

const json = async (set: SetId, name: string): Promise<unknown> =>
  JSON.parse((await bytesOf(set, name)).toString());

/** The bytes that a set's art comes from. */
export const setBytes = (set: SetId): Promise<Uint8Array> => bytesOf(set, 'icons.json');

/** What the package says of the set that it holds. */
export const setInfo = async (set: SetId): Promise<SetInfo> => infoFile.parse(await json(set, 'info.json'));

/**
 * Pixels along each side of the art: about as many as of the pictures, in which it is never seen much larger.
 */
const artSide = 64;

type Box = readonly [left: number, top: number, width: number, height: number];

const svgOf = (body: string, box: Box): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${box.join(' ')}">${body}</svg>`;

const render = (body: string, box: Box, side: number): Buffer =>
  new Resvg(svgOf(body, box), {
    fitTo: { mode: 'width', value: side },
    font: { loadSystemFonts: false },
  }).render().pixels;

/**
 * The smallest square with the same centre as what is drawn, which holds it: sets leave margins of different
 * widths.
 */
const square = (body: string, [left, top, width]: Box): Box => {
  const side = 128;
  const pixels = render(body, [left, top, width, width], side);
  let [x0, y0, x1, y1] = [side, side, 0, 0];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (pixels[4 * (y * side + x) + 3] < 16) continue;
      [x0, y0] = [Math.min(x0, x), Math.min(y0, y)];
      [x1, y1] = [Math.max(x1, x + 1), Math.max(y1, y + 1)];
    }
  }
  const longer = Math.max(x1 - x0, y1 - y0);
  const scale = width / side;
  return [
    left + scale * ((x0 + x1 - longer) / 2),
    top + scale * ((y0 + y1 - longer) / 2),
    scale * longer,
    scale * longer,
  ];
};

const rasterised = (icons: Icons, set: SetId, name: string): Art => {
  const icon = icons.icons[name] ?? icons.icons[icons.aliases[name]?.parent ?? ''];
  if (!icon)
    throw readerError(
      `The package @iconify-json/${set} has no ${name}; install the version in package.json.`,
    );
  const width = icon.width ?? icons.width ?? 16;
  const box = square(icon.body, [icon.left ?? 0, icon.top ?? 0, width, width]);
  const pixels = render(icon.body, box, artSide);
  return { side: artSide, rgba: mapped(new Float32Array(pixels), (value) => value / 255) };
};

/**
 * The art of all things by label, as that set draws them, rasterised. Node only, for it reads the packages'
 * files.
 */
export const readArt = async (set: SetId): Promise<readonly Art[]> => {
  const icons = iconsFile.parse(await json(set, 'icons.json'));
  return things.map((thing) => rasterised(icons, set, iconOf(thing, set)));
};
