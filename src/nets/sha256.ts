import { sha256 as digest } from '@noble/hashes/sha2.js';

/**
 * SHA-256 of some bytes as 64 hexadecimal digits. Not the browser's: that one is missing on plain http
 * pages, and a net of 130 kB takes this one three milliseconds.
 */
export const sha256 = (bytes: Uint8Array): string =>
  Array.from(digest(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
