import { readEdits, writeEdits, type Edits } from '../../../data/edits.ts';
import { readInk, writeInk } from '../../../data/ink.ts';
import type { FilesParam, InkParam, Param, PictureParam, TextParam } from './params.ts';

/** Pixels of a 28×28 picture that the reader sets by hand. */
export interface EditsParam extends Param<Edits> {
  readonly kind: 'edits';
  /** The picture under them in a state, as grey levels. */
  ground(state: Readonly<Record<string, unknown>>): Uint8Array;
}

/** A drawing made by the reader; in a link it is deflated and written in base64url. */
export const ink = (options: { readonly label: string }): InkParam => ({
  kind: 'ink',
  label: options.label,
  default: [],
  write: writeInk,
  read: readInk,
});

/**
 * A few words of the reader's own; a link may carry those that match the pattern, others are refused as
 * `otherwise` says.
 */
export const text = (options: {
  readonly label: string;
  readonly maxLength: number;
  readonly lines?: number;
  readonly pattern: RegExp;
  readonly otherwise: string;
  readonly default: string;
}): TextParam => ({
  kind: 'text',
  ...options,
  write: (value) => value,
  read: (words) =>
    words.length <= options.maxLength && options.pattern.test(words)
      ? { value: words }
      : { refused: options.otherwise },
});

/**
 * Files that the reader chooses or drops. A link names them, so that whoever opens it learns what is missing.
 */
export const files = (options: {
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
}): FilesParam => ({
  kind: 'files',
  ...options,
  default: [],
  write: (value) => value.map(({ name }) => name).join(','),
  read: () => ({
    refused: 'is on the device of whoever chose it, and no link can carry it: choose it again',
  }),
});

/**
 * A picture that the reader chooses, drops, pastes or takes. A link only says which, so that whoever opens it
 * learns what is missing.
 */
export const picture = (options: { readonly label: string; readonly hint: string }): PictureParam => ({
  kind: 'picture',
  ...options,
  default: null,
  write: (value) => (value === null ? '' : `${value.name} ${value.key}`),
  read: () => ({
    refused: 'is on the device of whoever chose it, and no link can carry it: choose one of yours',
  }),
});

/** Pixels set by hand on the picture that `ground` gives of a state; a link carries them. */
export const edits = (options: {
  readonly label: string;
  readonly ground: EditsParam['ground'];
  readonly default: Edits;
}): EditsParam => ({ kind: 'edits', ...options, write: writeEdits, read: readEdits });
