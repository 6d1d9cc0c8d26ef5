type Numbers = Exclude<ArrayBufferView, DataView> & { readonly length: number };

const isNumbers = (value: unknown): value is Numbers =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const bytesOf = ({ buffer, byteOffset, byteLength }: Numbers): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

const beginsWith = (whole: Uint8Array, part: Uint8Array): boolean => {
  for (let i = 0; i < part.length; i++) if (whole[i] !== part[i]) return false;
  return true;
};

/**
 * Given the frames of one run, one after the other, answers with frames that are equal to them and share with
 * the frame before whatever is equal there: objects, arrays and texts are the same ones, and numbers that
 * begin as they did before are a longer view of the same memory. So a frame may repeat its whole past and all
 * frames together still hold it once.
 */
export const sharing = (): ((frame: unknown) => unknown) => {
  let last: unknown;
  /** How many bytes are written of each piece of memory that has room for more. */
  const written = new WeakMap<ArrayBufferLike, number>();

  const numbers = (before: Numbers, after: Numbers): Numbers => {
    const [old, all] = [bytesOf(before), bytesOf(after)];
    if (before.constructor !== after.constructor || old.length === 0 || !beginsWith(all, old)) return after;
    if (old.length === all.length) return before;
    const fits =
      written.get(before.buffer) === old.byteOffset + old.length &&
      before.buffer.byteLength >= old.byteOffset + all.length;
    const [buffer, offset] = fits ? [before.buffer, old.byteOffset] : [new ArrayBuffer(2 * all.length), 0];
    const start = fits ? old.length : 0;
    new Uint8Array(buffer).set(all.subarray(start), offset + start);
    written.set(buffer, offset + all.length);
    const Same = after.constructor as new (
      buffer: ArrayBufferLike,
      offset: number,
      length: number,
    ) => Numbers;
    return new Same(buffer, offset, after.length);
  };

  const shared = (before: unknown, after: unknown): unknown => {
    if (Object.is(before, after)) return before;
    if (isNumbers(before) && isNumbers(after)) return numbers(before, after);
    if (Array.isArray(before) && Array.isArray(after)) {
      const parts = after.map((value, i) => shared(before[i], value));
      return parts.length === before.length && parts.every((value, i) => Object.is(value, before[i]))
        ? before
        : parts;
    }
    if (isPlain(before) && isPlain(after)) {
      const parts = Object.entries(after).map(
        ([name, value]) => [name, shared(before[name], value)] as const,
      );
      const same = parts.every(([name, value]) => name in before && Object.is(value, before[name]));
      return same && parts.length === Object.keys(before).length ? before : Object.fromEntries(parts);
    }
    return after;
  };

  return (frame) => (last = shared(last, frame));
};
