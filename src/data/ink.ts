import { deflateSync, inflateSync } from 'fflate';

/**
 * A point of a stroke: place on the pad (0 … 255 from the left and the top) and width of the pen (1 … 255).
 */
export interface InkPoint {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A drawing: strokes in the order they were made. Whole numbers only, so that a link carries it exactly. */
export type Ink = readonly (readonly InkPoint[])[];

/** A drawing with more points than this is refused, so that its link stays below 2,000 characters. */
export const maxInkPoints = 480;

const maxLinkLength = 2400;

/** How many points the strokes of a drawing have together. */
export const countPoints = (ink: Ink): number => ink.reduce((sum, stroke) => sum + stroke.length, 0);

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

/**
 * The drawing as text for a link: per stroke its length, then differences of x, y and width; deflated,
 * base64url.
 */
export const writeInk = (ink: Ink): string => {
  if (ink.length === 0) return '';
  const bytes: number[] = [];
  let last: InkPoint = { x: 0, y: 0, width: 0 };
  for (const stroke of ink) {
    bytes.push(stroke.length & 255, stroke.length >> 8);
    for (const point of stroke) {
      bytes.push((point.x - last.x) & 255, (point.y - last.y) & 255, (point.width - last.width) & 255);
      last = point;
    }
  }
  return toBase64Url(deflateSync(Uint8Array.from(bytes), { level: 9 }));
};

const unreadable = { refused: 'is a drawing that cannot be read' };

const parse = (bytes: Uint8Array): Ink | undefined => {
  const ink: InkPoint[][] = [];
  let at = 0;
  let last = { x: 0, y: 0, width: 0 };
  while (at < bytes.length) {
    const count = (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
    at += 2;
    if (count === 0 || at + 3 * count > bytes.length) return undefined;
    const stroke: InkPoint[] = [];
    for (const end = at + 3 * count; at < end; at += 3) {
      const [x = 0, y = 0, width = 0] = bytes.subarray(at, at + 3);
      last = { x: (last.x + x) & 255, y: (last.y + y) & 255, width: (last.width + width) & 255 };
      if (last.width === 0) return undefined;
      stroke.push(last);
    }
    ink.push(stroke);
  }
  return ink;
};

/** The drawing in a link's text, or a sentence part that says why it was refused. */
export const readInk = (text: string): { readonly value: Ink } | { readonly refused: string } => {
  if (text === '') return { refused: 'is an empty drawing' };
  if (text.length > maxLinkLength) return { refused: 'is a drawing too large for a link' };
  if (!/^[\w-]+$/.test(text)) return unreadable;
  try {
    // The output buffer bounds what a hostile link may inflate to.
    const bytes = inflateSync(fromBase64Url(text), {
      out: new Uint8Array(3 * maxInkPoints + 2 * maxInkPoints + 1),
    });
    const ink = parse(bytes);
    if (ink === undefined || ink.length === 0) return unreadable;
    if (countPoints(ink) > maxInkPoints)
      return { refused: `is a drawing of more than ${maxInkPoints} points` };
    return { value: ink };
  } catch {
    return unreadable;
  }
};
