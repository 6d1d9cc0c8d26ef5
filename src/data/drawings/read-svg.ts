import { readFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';

/** The markup of a drawing of ours. Node only. */
export const drawingSvg = (id: string): Promise<string> =>
  readFile(new URL(`svg/${id}.svg`, import.meta.url), 'utf8');

/** A drawing on white paper, side × side pixels of red, green and blue, 0 … 255. Node only. */
export const rasterised = (svg: string, side: number): Uint8Array => {
  const size = { mode: 'width', value: side } as const;
  const { pixels } = new Resvg(svg, {
    background: '#fff',
    fitTo: size,
    font: { loadSystemFonts: false },
  }).render();
  return Uint8Array.from({ length: side * side * 3 }, (_, i) => pixels[4 * Math.floor(i / 3) + (i % 3)]);
};
