import { parse, stringify } from 'devalue';
import { deflateSync, inflateSync } from 'fflate';
import { fromBase64Url, toBase64Url } from '../../../lab/evolution/base64url.ts';

const arrays = { Uint8Array, Int8Array, Int16Array, Float32Array } as const;
type Name = keyof typeof arrays;

/** Numbers that deflate well, by the name of their array; others stay as devalue writes them. */
const packed = (value: unknown): readonly [Name, string] | undefined => {
  const name = (Object.keys(arrays) as Name[]).find((key) => value instanceof arrays[key]);
  if (name === undefined) return undefined;
  const { buffer, byteOffset, byteLength } = value as Uint8Array;
  const small = deflateSync(new Uint8Array(buffer, byteOffset, byteLength), { level: 9 });
  return small.length < 0.9 * byteLength ? [name, toBase64Url(small)] : undefined;
};

const unpacked = ([name, text]: readonly [Name, string]): unknown => {
  const bytes = Uint8Array.from(inflateSync(fromBase64Url(text) ?? new Uint8Array()));
  return new arrays[name](bytes.buffer);
};

/**
 * A frame as text, in devalue's notation, which knows typed arrays; those with much repetition are deflated.
 */
export const encodeFrame = (frame: unknown): string => stringify(frame, { Packed: packed });

/** The frame of a text that `encodeFrame` wrote. */
export const decodeFrame = (text: string): unknown => parse(text, { Packed: unpacked });
