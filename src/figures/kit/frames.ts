import { parse, stringify } from 'devalue';

/** A frame as text, in devalue's notation, which knows typed arrays. */
export const encodeFrame = (frame: unknown): string => stringify(frame);
export const decodeFrame = (text: string): unknown => parse(text);
