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

/** Drawings side by side, once in light and once in dark colours below, as one PNG: to look at while one draws. */
export const sheet = async (drawings: readonly string[]): Promise<Uint8Array> => {
  const css = await readFile('src/styles/tokens.css', 'utf8');
  const sizes = drawings.map(sizeOf);
  const width = gap + sizes.reduce((sum, [wide]) => sum + wide + gap, 0);
  const height = 2 * gap + Math.max(...sizes.map(([, tall]) => tall));
  const half = (scheme: Scheme, top: number): string => {
    const placed = drawings.map((markup, i) => {
      const [wide, tall] = sizes[i] ?? [0, 0];
      const left = gap + sizes.slice(0, i).reduce((sum, [before]) => sum + before + gap, 0);
      return markup.replace(
        '<svg ',
        `<svg x="${left}" y="${top + gap}" width="${wide}" height="${tall}" font-family="Inter" `,
      );
    });
    const paper = `<rect y="${top}" width="${width}" height="${height}" fill="var(--paper)"/>`;
    return inColours(paper + placed.join(''), coloursOf(css, scheme));
  };
  const markup =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${2 * height}">` +
    half('light', 0) +
    half('dark', height) +
    '</svg>';
  return new Resvg(markup, {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' },
    fitTo: { mode: 'width', value: 1.5 * width },
  })
    .render()
    .asPng();
};
