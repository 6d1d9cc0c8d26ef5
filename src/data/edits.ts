import { fromBase64Url, toBase64Url } from '../lab/evolution/base64url.ts';
import { digitSize } from './digit.ts';

/**
 * One pixel of a 28×28 picture set by hand: its place (0 … 783, row after row) and its grey level (0 … 255).
 */
export interface Edit {
  readonly at: number;
  readonly level: number;
}

/** The pixels that a person has set, each at most once. */
export type Edits = readonly Edit[];

/** More than half of the pixels are no longer edits of a picture. */
export const mostEdits = digitSize / 2;

/** The picture with its edits. */
export const applyEdits = (picture: Uint8Array, edits: Edits): Uint8Array<ArrayBuffer> => {
  const out = Uint8Array.from(picture);
  for (const { at, level } of edits) out[at] = level;
  return out;
};

/**
 * The edits after one more: the same place is set anew, and setting a pixel to what it was takes its edit
 * away.
 */
export const withEdit = (edits: Edits, edit: Edit, picture: Uint8Array): Edits => {
  const others = edits.filter(({ at }) => at !== edit.at);
  if (edit.level === picture[edit.at]) return others;
  return others.length < mostEdits ? [...others, edit] : edits;
};

/** Edits as a link carries them: three bytes each in base64url; 'none' where there are none. */
export const writeEdits = (edits: Edits): string =>
  edits.length === 0
    ? 'none'
    : toBase64Url(Uint8Array.from(edits.flatMap(({ at, level }) => [at >> 8, at & 255, level])));

/** The edits of such a text, or why it was refused. */
export const readEdits = (text: string): { readonly value: Edits } | { readonly refused: string } => {
  if (text === 'none') return { value: [] };
  const bytes = fromBase64Url(text);
  const refused = { refused: 'does not hold pixels of a picture' };
  if (bytes === undefined || bytes.length === 0 || bytes.length % 3 !== 0) return refused;
  const value = Array.from({ length: bytes.length / 3 }, (_, i) => {
    const [high = 0, low = 0, level = 0] = bytes.subarray(3 * i, 3 * i + 3);
    return { at: 256 * high + low, level };
  });
  const places = new Set(value.map(({ at }) => at));
  return value.length <= mostEdits && places.size === value.length && value.every(({ at }) => at < digitSize)
    ? { value }
    : refused;
};
