import { deflateSync, inflateSync } from 'fflate';

/** Bytes as text for a committed file: deflated, base64. */
export const packPixels = (pixels: Uint8Array): string => {
  let binary = '';
  for (const byte of deflateSync(pixels, { level: 9 })) binary += String.fromCharCode(byte);
  return btoa(binary);
};

/** Those bytes again; in Node, in a page and in a worker. */
export const unpackPixels = (text: string): Uint8Array =>
  inflateSync(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
