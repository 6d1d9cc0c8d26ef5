import { readerError } from '../reader-error.ts';
import { fromBase64Url } from './base64url.ts';
import { channelsOf, type Colour } from './colour.ts';
import type { Encoding, Picture } from './encoding.ts';
import { cppn, type Cppn } from './encodings/cppn.ts';
import { direct } from './encodings/direct.ts';

/** A genome of whichever encoding, read from its text. */
export interface AnyGenome {
  readonly kind: 'cppn' | 'direct';
  readonly colour: Colour;
  readonly channels: 1 | 3;
  /** The graph of a pattern; pixels have none. */
  readonly graph: Cppn | undefined;
  /**
   * The picture of size×size pixels: a pattern is sharp at any size, of pixels there are no more than there
   * are.
   */
  readonly render: (size: number) => Picture;
}

const patterns: readonly (readonly [colour: Colour, encoding: Encoding<Cppn>])[] = (
  ['grey', 'rgb', 'hsv'] as const
).map((colour) => [colour, cppn({ colour })]);
const colours: readonly Colour[] = ['grey', 'rgb', 'hsv'];

/**
 * Reads the text that an encoding's `serialise` wrote, of any kind, size and colour; throws a ReaderError for
 * other texts.
 */
export const readGenome = (text: string): AnyGenome => {
  const [kind = 255, high = 0, low = 0] = fromBase64Url(text.slice(0, 4)) ?? [];
  const pattern = patterns[kind - 16];
  if (pattern !== undefined) {
    const [colour, encoding] = pattern;
    const graph = encoding.parse(text);
    const render = (size: number): Picture => encoding.render(graph, size);
    return { kind: 'cppn', colour, channels: channelsOf(colour), graph, render };
  }
  const colour = colours[kind];
  const side = 256 * high + low;
  if (colour === undefined || side === 0 || side > 256) {
    throw readerError('This text does not hold an evolved picture; copy the whole link again.');
  }
  const encoding = direct({ size: side, colour });
  const genome = encoding.parse(text);
  const render = (size: number): Picture => encoding.render(genome, size);
  return { kind: 'direct', colour, channels: channelsOf(colour), graph: undefined, render };
};

/** The genome's pictures in so many channels: grey ones with all three alike, coloured ones by their mean. */
export const shownIn = (genome: AnyGenome, channels: 1 | 3): Pick<AnyGenome, 'channels' | 'render'> => {
  if (genome.channels === channels) return genome;
  const render = (size: number): Picture => {
    const picture = genome.render(size);
    const sum = (i: number): number => picture[3 * i] + picture[3 * i + 1] + picture[3 * i + 2];
    return channels === 3
      ? Uint8Array.from({ length: 3 * picture.length }, (_, i) => picture[Math.floor(i / 3)])
      : Uint8Array.from({ length: picture.length / 3 }, (_, i) => Math.round(sum(i) / 3));
  };
  return { channels, render };
};
