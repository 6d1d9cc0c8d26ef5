import { signedPixels } from '../kit/drawing/signed.ts';
import { full } from './frame.ts';

/** A map in the colours of signed numbers. */
export const mapPixels = (map: Int8Array = new Int8Array()): Uint8Array =>
  signedPixels(
    Float32Array.from(map, (level) => level / full),
    1,
  );
