import { readGenome } from '../../../lab/evolution/any-genome.ts';
import { pngDataUri } from './png.ts';

/**
 * The picture of an evolved genome's text as the address of a PNG of so many pixels along each side; throws a
 * ReaderError for other texts.
 */
export const genomeUri = (genome: string, pixels: number): string => {
  const { channels, render } = readGenome(genome);
  return pngDataUri(render(pixels), pixels, pixels, channels);
};
