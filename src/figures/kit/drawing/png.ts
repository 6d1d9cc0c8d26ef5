import { zlibSync } from 'fflate';
import { numberAt } from '../../../lab/vec.ts';
import { dataUri } from './data-uri.ts';

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

const crc32 = (bytes: Uint8Array): number => {
  let c = 0xffffffff;
  for (const byte of bytes) c = numberAt(crcTable, (c ^ byte) & 255) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};

/** Length, type, data and checksum of one piece of the file. */
const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const out = new Uint8Array(data.length + 12);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) out[4 + i] = type.charCodeAt(i);
  out.set(data, 8);
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
  return out;
};

const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};

const header = (width: number, height: number, channels: 1 | 3): Uint8Array => {
  const out = new Uint8Array(13);
  const view = new DataView(out.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Eight bits a sample; colour type 0 is grey, 2 is RGB.
  out.set([8, channels === 1 ? 0 : 2], 8);
  return out;
};

const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

/**
 * A PNG file of 8-bit pixels, row after row (PNG specification, third edition), grey or RGB; the same bytes
 * on every machine. Throws a RangeError where the number of pixels is not width × height × channels.
 */
export const png = (pixels: Uint8Array, width: number, height: number, channels: 1 | 3): Uint8Array => {
  const line = width * channels;
  if (pixels.length !== line * height || pixels.length === 0) {
    throw new RangeError(
      `${pixels.length} samples do not make a picture of ${width} × ${height} × ${channels}.`,
    );
  }
  // Each line starts with its filter: 0, none.
  const lines = new Uint8Array((line + 1) * height);
  for (let y = 0; y < height; y++) lines.set(pixels.subarray(y * line, (y + 1) * line), y * (line + 1) + 1);
  return concat([
    signature,
    chunk('IHDR', header(width, height, channels)),
    chunk('IDAT', zlibSync(lines, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
};

/** That file as a `data:` address, for the `href` of an image. */
export const pngDataUri = (pixels: Uint8Array, width: number, height: number, channels: 1 | 3): string =>
  dataUri('image/png', png(pixels, width, height, channels));
