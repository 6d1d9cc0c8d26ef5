import { channelsOf, hsvToRgb, type Colour } from '../colour.ts';
import type { Encoding } from '../encoding.ts';
import { randomCppn, type Cppn } from './cppn/graph.ts';
import { mutate } from './cppn/mutations.ts';
import { renderer } from './cppn/render.ts';
import { parseCppn, serialiseCppn } from './cppn/serialise.ts';

export type { Cppn } from './cppn/graph.ts';

/** The first byte of a text, apart from those of directly encoded pictures. */
const kinds: Readonly<Record<Colour, number>> = { grey: 16, rgb: 17, hsv: 18 };

/**
 * The indirect encoding: a picture is a function of the place, computed by a small network that evolution
 * grows, so it is regular, and sharp at any size. A level is |output|, the nearest of 255 steps; colour as
 * hue, saturation and value. As in the released code, crossover copies the parents.
 */
export const cppn = ({ colour }: { readonly colour: Colour }): Encoding<Cppn> => {
  const channels = channelsOf(colour);
  const render = renderer(channels);
  return {
    id: 'cppn',
    title: 'Patterns of a network',
    source: 'nguyen2015deep',
    channels,
    random: (random) => randomCppn(channels, random),
    cross: (a, b) => [a, b],
    mutate: (genome, random) => mutate(genome, channels, random),
    render: (genome, size) => {
      const picture = render(genome, size);
      if (colour === 'hsv') hsvToRgb(picture);
      return picture;
    },
    serialise: (genome) => serialiseCppn(genome, channels, kinds[colour]),
    parse: (text) => parseCppn(text, channels, kinds[colour]),
  };
};
