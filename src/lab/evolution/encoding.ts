import type { Random } from '../random.ts';

/** A square picture as a file holds it: levels 0…255, row after row, the channels of a pixel together. */
export type Picture = Uint8Array<ArrayBuffer>;

/**
 * How pictures are inherited. Genomes are plain data (they survive structuredClone) and are never written to;
 * all chance comes from the stream that is given. Those who only hand genomes back to the encoding that they
 * are from take any `Encoding<unknown>`: methods, other than function-valued fields, allow that.
 */
export interface Encoding<Genome> {
  readonly id: string;
  readonly title: string;
  /** Key in content/references.json. */
  readonly source: string;
  /** Numbers per pixel of its pictures. */
  readonly channels: 1 | 3;
  /** A genome to begin with. */
  random(random: Random): Genome;
  /** Two children of two parents, not yet mutated. */
  cross(a: Genome, b: Genome, random: Random): readonly [Genome, Genome];
  mutate(genome: Genome, random: Random): Genome;
  /** The picture of size×size pixels: size²·channels levels. */
  render(genome: Genome, size: number): Picture;
  /** The genome as text of letters, digits, - and _ that needs no escape in a link. */
  serialise(genome: Genome): string;
  /** The genome of such a text, without loss; throws a ReaderError for any other text. */
  parse(text: string): Genome;
}
