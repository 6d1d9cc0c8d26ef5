import { readerError } from '../lab/reader-error.ts';

/** An array of bytes with its sizes, as IDX files hold it (first index slowest). */
export interface Idx {
  readonly sizes: readonly number[];
  readonly bytes: Uint8Array;
}

/**
 * Reads the IDX format of the MNIST files: two zero bytes, the type (8 = unsigned bytes, the only one
 * here), the number of dimensions, each size as a big-endian 32-bit number, then the bytes. `name` is
 * for the message of the reader error that a malformed or truncated file gives.
 */
export const parseIdx = (file: Uint8Array, name: string): Idx => {
  const fail = (what: string): never => {
    throw readerError(`${name} is not a complete IDX file: ${what}. Download it again.`);
  };
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < 4) return fail('it ends within its header');
  const [type, dimensions] = [view.getUint8(2), view.getUint8(3)];
  if (view.getUint16(0) !== 0 || type !== 8 || dimensions === 0) return fail('it does not begin like one of bytes');
  const start = 4 + 4 * dimensions;
  if (file.byteLength < start) return fail('it ends within its header');
  const sizes = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const expected = start + sizes.reduce((a, b) => a * b, 1);
  if (file.byteLength !== expected) return fail(`${expected} bytes were expected, ${file.byteLength} are there`);
  return { sizes, bytes: file.subarray(start) };
};
