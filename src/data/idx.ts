import type { Vec } from '../lab/oracle.ts';
import { readerError, type ReaderError } from '../lab/reader-error.ts';

/** An array of bytes with its sizes, as IDX files hold it (first index slowest). */
export interface Idx {
  readonly sizes: readonly number[];
  readonly bytes: Uint8Array;
}

/** Bytes of one number, by the format's code of its type: unsigned bytes and float32. */
const bytesPerNumber = new Map([
  [8, 1],
  [13, 4],
]);

const broken = (name: string, what: string): ReaderError =>
  readerError(`${name} is not a complete IDX file: ${what}. Download it again.`);

/** Header and body, whatever of the known types the numbers are. */
const parse = (
  file: Uint8Array,
  name: string,
): { readonly sizes: readonly number[]; readonly type: number; readonly body: Uint8Array } => {
  const fail = (what: string): never => {
    throw broken(name, what);
  };
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < 4) return fail('it ends within its header');
  const [type, dimensions] = [view.getUint8(2), view.getUint8(3)];
  const width = bytesPerNumber.get(type);
  if (view.getUint16(0) !== 0 || width === undefined || dimensions === 0) {
    return fail('it does not begin like one of bytes or of 32-bit numbers');
  }
  const start = 4 + 4 * dimensions;
  if (file.byteLength < start) return fail('it ends within its header');
  const sizes = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const expected = start + width * sizes.reduce((a, b) => a * b, 1);
  if (file.byteLength !== expected)
    return fail(`${expected} bytes were expected, ${file.byteLength} are there`);
  return { sizes, type, body: file.subarray(start) };
};

/**
 * Reads the IDX format of the MNIST files: two zero bytes, the type (8 = unsigned bytes, the only one
 * taken here), the number of dimensions, each size as a big-endian 32-bit number, then the bytes. `name` is
 * for the message of the reader error that a malformed or truncated file gives.
 */
export const parseIdx = (file: Uint8Array, name: string): Idx => {
  const { sizes, type, body } = parse(file, name);
  if (type !== 8) throw broken(name, 'it does not begin like one of bytes');
  return { sizes, bytes: body };
};

/**
 * The numbers of an IDX file of bytes or of big-endian float32; `bytes` says which it was. Errors as above.
 */
export const parseIdxNumbers = (
  file: Uint8Array,
  name: string,
): { readonly sizes: readonly number[]; readonly numbers: Vec; readonly bytes: boolean } => {
  const { sizes, type, body } = parse(file, name);
  if (type === 8) return { sizes, numbers: Float32Array.from(body), bytes: true };
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const numbers = Float32Array.from({ length: body.byteLength / 4 }, (_, i) => view.getFloat32(4 * i));
  return { sizes, numbers, bytes: false };
};

/** An IDX file of big-endian float32. */
export const encodeIdx = (sizes: readonly number[], numbers: Vec): Uint8Array<ArrayBuffer> => {
  const start = 4 + 4 * sizes.length;
  const view = new DataView(new ArrayBuffer(start + 4 * numbers.length));
  view.setUint8(2, 13);
  view.setUint8(3, sizes.length);
  sizes.forEach((size, i) => view.setUint32(4 + 4 * i, size));
  numbers.forEach((value, i) => view.setFloat32(start + 4 * i, value));
  return new Uint8Array(view.buffer);
};
