import type { Vec } from '../../lab/oracle.ts';
import { numberAt } from '../../lab/vec.ts';

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The 16 bits of the nearest half-precision number, ties to even; beyond ±65,504 infinity. */
const toHalf = (value: number): number => {
  float[0] = value;
  const b = numberAt(bits, 0);
  const sign = (b >>> 16) & 0x8000;
  const exponent = ((b >>> 23) & 0xff) - 112;
  const mantissa = b & 0x7fffff;
  if (exponent === 143) return sign | 0x7c00 | (mantissa === 0 ? 0 : 0x200);
  if (exponent < -10) return sign;
  // Below the smallest normal number the implicit one moves into the mantissa.
  const shift = exponent > 0 ? 13 : 14 - exponent;
  const kept = exponent > 0 ? (exponent << 23) | mantissa : mantissa | 0x800000;
  const down = kept >>> shift;
  const rest = kept & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  const rounded = down + (rest > half || (rest === half && (down & 1) === 1) ? 1 : 0);
  return sign | Math.min(rounded, 0x7c00);
};

const fromHalf = (half: number): number => {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const mantissa = half & 0x3ff;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  if (exponent === 31) return mantissa === 0 ? sign * Infinity : NaN;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
};

/** Numbers as little-endian half precision, two bytes each. */
export const encodeFloat16 = (values: Vec): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(2 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setUint16(2 * i, toHalf(value), true));
  return bytes;
};

/** Numbers from little-endian half precision; exact, every half is a float32. */
export const decodeFloat16 = (bytes: Uint8Array): Vec => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength >> 1 }, (_, i) =>
    fromHalf(view.getUint16(2 * i, true)),
  );
};
