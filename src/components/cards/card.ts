import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { colour, inLight } from './palette.ts';

/** What a chat shows of a link: 1200×630 pixels. */
export interface Card {
  readonly kicker: string;
  readonly title: string;
  readonly sentence: string;
  /** A drawing, as one <svg> with a viewBox. */
  readonly picture: string;
}

const width = 1200;
const height = 630;
const margin = 56;
const columnWidth = 420;

const fontFiles = [
  '400Regular/Inter_400Regular.ttf',
  '500Medium/Inter_500Medium.ttf',
  '600SemiBold/Inter_600SemiBold.ttf',
  '700Bold/Inter_700Bold.ttf',
].map((file) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)));

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Breaks a text into lines of at most `room` units, taking Inter's mean width of a letter. */
const wrap = (text: string, size: number, room: number): readonly string[] => {
  const letters = Math.floor(room / (size * 0.53));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
};

/** Lines of text below each other from y; too many are cut with an ellipsis. */
const block = (
  lines: readonly string[],
  x: number,
  y: number,
  size: number,
  most: number,
  style: string,
): string =>
  lines
    .slice(0, most)
    .map((line, i) => (i === most - 1 && lines.length > most ? `${line.replace(/[ .,:;]*$/, '')} …` : line))
    .map(
      (line, i) =>
        `<text x="${x}" y="${y + i * size * 1.32}" font-size="${size}" ${style}>${escape(line)}</text>`,
    )
    .join('');

/** Where the drawing stands: the right of the card. */
const x = margin + columnWidth + 40;

/** The room that a drawing has there. */
export const pictureRoom = { width: width - margin - x, height: height - 2 * margin } as const;

/** The drawing, as large as fits there. */
const place = (picture: string): string => {
  return inLight(picture).replace(
    /<svg ([^>]*)>/,
    (_, attributes: string) =>
      `<svg ${attributes.replace(/(?<![\w-])(width|height|class|style|font-family|x|y)="[^"]*"/g, '')} x="${x}" y="${margin}" ` +
      `width="${width - margin - x}" height="${height - 2 * margin}" preserveAspectRatio="xMidYMid meet" font-family="Inter">`,
  );
};

const markup = ({ kicker, title, sentence, picture }: Card): string => {
  const titleLines = wrap(title, 42, columnWidth);
  const titleHeight = Math.min(titleLines.length, 4) * 42 * 1.32;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" font-family="Inter">` +
    `<rect width="${width}" height="${height}" fill="${colour('--paper')}"/>` +
    `<rect width="${width}" height="8" fill="${colour('--accent')}"/>` +
    block([kicker], margin, margin + 26, 22, 1, `fill="${colour('--accent')}" font-weight="600"`) +
    block(titleLines, margin, margin + 84, 42, 4, `fill="${colour('--ink')}" font-weight="700"`) +
    block(
      wrap(sentence, 26, columnWidth),
      margin,
      margin + 100 + titleHeight,
      26,
      Math.max(1, Math.floor((height - 2 * margin - 100 - titleHeight) / 34)),
      `fill="${colour('--quiet')}"`,
    ) +
    place(picture) +
    '</svg>'
  );
};

/** The card as a PNG. */
export const cardPng = (card: Card): Uint8Array =>
  new Resvg(markup(card), {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' },
    fitTo: { mode: 'width', value: width },
  })
    .render()
    .asPng();
