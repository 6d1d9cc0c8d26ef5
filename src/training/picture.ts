import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { coloursOf, inColours, type Scheme } from '../figures/kit/drawing/in-colours.ts';

const fontFiles = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)),
);

const gap = 24;

const sizeOf = (markup: string): readonly [width: number, height: number] => {
  const [, , width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(markup)?.[1] ?? '').split(' ').map(Number);
  return [width, height];
};

/** Where drawings stand that are set in rows no wider than `most`, and the size of it all. */
const inRows = (sizes: readonly (readonly [width: number, height: number])[], most: number) => {
  const places: { x: number; y: number }[] = [];
  let [x, y, tall, widest] = [gap, gap, 0, 0];
  for (const [width, height] of sizes) {
    if (x > gap && x + width + gap > most) [x, y, tall] = [gap, y + tall + gap, 0];
    places.push({ x, y });
    [x, tall] = [x + width + gap, Math.max(tall, height)];
    widest = Math.max(widest, x);
  }
  return { places, width: widest, height: y + tall + gap };
};

/** How wide a sheet is, in which schemes, and how finely it is drawn. */
export interface SheetOptions {
  /** Width of a row at most, in the drawings' own pixels. */
  readonly most?: number;
  readonly schemes?: readonly Scheme[];
  /** Pixels of the picture for one of theirs. */
  readonly scale?: number;
}

/** Drawings in rows, once in each colour scheme below one another, as one PNG: to look at while one draws. */
export const sheet = async (
  drawings: readonly string[],
  { most = Infinity, schemes = ['light', 'dark'], scale = 1.5 }: SheetOptions = {},
): Promise<Uint8Array> => {
  const css = await readFile('src/styles/tokens.css', 'utf8');
  const sizes = drawings.map(sizeOf);
  const { places, width, height } = inRows(sizes, most);
  const part = (scheme: Scheme, top: number): string => {
    const placed = drawings.map((markup, i) => {
      const [wide, tall] = sizes[i] ?? [0, 0];
      const { x, y } = places[i] ?? { x: 0, y: 0 };
      return markup.replace(
        '<svg ',
        `<svg x="${x}" y="${top + y}" width="${wide}" height="${tall}" font-family="Inter" `,
      );
    });
    const paper = `<rect y="${top}" width="${width}" height="${height}" fill="var(--paper)"/>`;
    return inColours(paper + placed.join(''), coloursOf(css, scheme));
  };
  const markup =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${schemes.length * height}">` +
    schemes.map((scheme, i) => part(scheme, i * height)).join('') +
    '</svg>';
  return new Resvg(markup, {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' },
    fitTo: { mode: 'width', value: scale * width },
  })
    .render()
    .asPng();
};
