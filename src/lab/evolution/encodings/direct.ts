import { readerError } from '../../reader-error.ts';
import { fromBase64Url, toBase64Url } from '../base64url.ts';
import { channelsOf, hsvToRgb, type Colour } from '../colour.ts';
import type { Encoding, Picture } from '../encoding.ts';
import { polynomialShift, spreadFactor, visitor } from '../operators.ts';

/**
 * One gene per number of the picture, in [0, 1] in steps of 1/255: the byte g stands for g/255. So a genome
 * is the picture itself, in the encoding's colour space, and nothing is lost on the way to 8 bits or into a
 * link.
 */
export type DirectGenome = Uint8Array<ArrayBuffer>;

/**
 * The released code's parameters (Nguyen et al. 2015): rates per gene and per pair, and Deb's distribution
 * indices.
 */
const visitMutated = visitor(0.1);
const crossoverRate = 0.5;
const mutationIndex = 15;
const crossoverIndex = 10;

const kinds: readonly Colour[] = ['grey', 'rgb', 'hsv'];

/**
 * The direct encoding: each pixel evolves by itself, by polynomial mutation and, in half of the pairs,
 * simulated binary crossover. `size` is the genome's side in pixels (1 … 65,535); at another size its pixels
 * are drawn as squares.
 */
export const direct = ({
  size,
  colour,
}: {
  readonly size: number;
  readonly colour: Colour;
}): Encoding<DirectGenome> => {
  const channels = channelsOf(colour);
  const genes = size * size * channels;
  const shift = polynomialShift(mutationIndex);
  const spread = spreadFactor(crossoverIndex);
  const header = Uint8Array.of(kinds.indexOf(colour), size >> 8, size & 255);

  const recombine = (
    a: DirectGenome,
    b: DirectGenome,
    one: DirectGenome,
    other: DirectGenome,
    random: Parameters<typeof shift>[0],
  ): void => {
    for (let i = 0; i < genes; i++) {
      const p = a[i];
      const q = b[i];
      if (p === q) continue;
      const sum = p + q;
      const apart = p - q;
      // The children's sum is the parents'; like a mutated gene, one beyond the range is then brought back to
      // its end.
      const first = Math.floor((sum + spread(random) * apart + 1) / 2);
      const second = sum - first;
      one[i] = first < 0 ? 0 : first > 255 ? 255 : first;
      other[i] = second < 0 ? 0 : second > 255 ? 255 : second;
    }
  };

  return {
    id: 'direct',
    title: 'Pixel by pixel',
    source: 'nguyen2015deep',
    channels,
    random: (random) => {
      const genome = new Uint8Array(genes);
      for (let i = 0; i < genes; i++) genome[i] = random.integer(256);
      return genome;
    },
    cross: (a, b, random) => {
      if (random.uniform() >= crossoverRate) return [a, b];
      const one = a.slice();
      const other = b.slice();
      recombine(a, b, one, other, random);
      return [one, other];
    },
    mutate: (genome, random) => {
      const mutant = genome.slice();
      visitMutated(genes, random, (i) => {
        const gene = Math.round(genome[i] + 255 * shift(random));
        mutant[i] = gene < 0 ? 0 : gene > 255 ? 255 : gene;
      });
      return mutant;
    },
    render: (genome, side) => {
      const picture: Picture = side === size ? genome.slice() : new Uint8Array(side * side * channels);
      if (side !== size) {
        const place = (i: number): number => Math.floor(((i + 0.5) * size) / side);
        for (let i = 0; i < picture.length; i++) {
          const pixel = Math.floor(i / channels);
          const from = place(Math.floor(pixel / side)) * size + place(pixel % side);
          picture[i] = genome[from * channels + (i % channels)];
        }
      }
      if (colour === 'hsv') hsvToRgb(picture);
      return picture;
    },
    serialise: (genome) => {
      const bytes = new Uint8Array(header.length + genes);
      bytes.set(header);
      bytes.set(genome, header.length);
      return toBase64Url(bytes);
    },
    parse: (text) => {
      const bytes = fromBase64Url(text);
      if (bytes?.length !== header.length + genes || header.some((byte, i) => bytes[i] !== byte)) {
        throw readerError(
          `This text does not hold an evolved picture of ${size}×${size} pixels in ${colour}; copy the whole link again.`,
        );
      }
      return bytes.slice(header.length);
    },
  };
};
