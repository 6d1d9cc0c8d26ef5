import type { Vec } from '../../lab/oracle.ts';
import { thingNames } from '../emoji/things.ts';
import { unpackPixels } from './pixels.ts';

/** A picture that we drew ourselves, in flat shapes on white paper (svg/<id>.svg). */
export interface Drawing {
  readonly id: string;
  readonly title: string;
  /** The label of what it shows, for the nets that know emoji. */
  readonly label: number;
  /**
   * The number of the ImageNet class that comes closest, for MobileNet; none for things that ImageNet has no
   * class for.
   */
  readonly imagenet?: number;
}

const shows = (title: string, imagenet?: number): Drawing => ({
  id: title.replaceAll(' ', '-'),
  title,
  label: thingNames.indexOf(title),
  ...(imagenet === undefined ? {} : { imagenet }),
});

/**
 * Our drawings of things that the nets for emoji know: emoji-cnn and emoji-robust know all of them,
 * emoji-cnn-b all but the doughnut (two of them were drawn anew until emoji-cnn did). MobileNet, trained on
 * photographs, is sure of the guitar, the football and the traffic light only, and takes the bus for a
 * minibus.
 */
export const drawings: readonly Drawing[] = [
  shows('bus', 779),
  shows('penguin', 145),
  shows('panda', 388),
  shows('guitar', 402),
  shows('baseball', 429),
  shows('keyboard', 508),
  shows('leopard', 288),
  shows('tiger', 292),
  shows('pineapple', 953),
  shows('sunflower'),
  shows('rocket', 657),
  shows('strawberry', 949),
  shows('football', 805),
  shows('doughnut'),
  shows('traffic light', 920),
  shows('umbrella', 879),
  shows('mushroom', 992),
  shows('cactus'),
  shows('turtle', 37),
];

/**
 * What the surface of some of them is made of, without their shape (svg/texture-<id>.svg), by the drawing it
 * comes from.
 */
export const textures = ['leopard', 'tiger', 'pineapple', 'strawberry', 'keyboard'] as const;

/** A texture by the thing whose surface it is. */
export type TextureId = (typeof textures)[number];

/** The names of all stored pictures of a size; textures are stored as the nets for emoji see them. */
export const storedAt = (side: DrawingSide): readonly string[] => [
  ...drawings.map(({ id }) => id),
  ...(side === 64 ? textures.map((id) => `texture-${id}`) : []),
];

/** Pixels along each side of a stored drawing: 64 as the nets for emoji see it, 224 as MobileNet does. */
export const drawingSides = [64, 224] as const;

/** A side at which drawings are stored, in pixels. */
export type DrawingSide = (typeof drawingSides)[number];

const pixels = {
  64: () => import('./pixels-64.json', { with: { type: 'json' } }),
  224: () => import('./pixels-224.json', { with: { type: 'json' } }),
};

/**
 * A drawing or a texture (`texture-<id>`) as 8-bit pixels, side × side × 3, row by row; throws a RangeError
 * for an unknown id.
 */
export const drawingPixels = async (id: string, side: DrawingSide = 64): Promise<Uint8Array> => {
  const packed: Readonly<Record<string, string>> = (await pixels[side]()).default;
  const text = packed[id];
  if (text === undefined) throw new RangeError(`There is no drawing ${id}.`);
  return unpackPixels(text);
};

/** A drawing as nets see it: side × side × 3 numbers in 0 … 1. */
export const drawingPicture = async (id: string, side: DrawingSide = 64): Promise<Vec> =>
  Float32Array.from(await drawingPixels(id, side), (value) => value / 255);
