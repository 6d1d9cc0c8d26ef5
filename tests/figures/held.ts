/**
 * Bytes that values hold together, each object, piece of memory and long text once: about what they take from
 * a page. Eight bytes for a number or a reference, one for a letter, and what an engine adds to each object.
 */
export const held = (values: readonly unknown[]): number => {
  const seen = new Set<unknown>();
  const size = (value: unknown): number => {
    if (typeof value === 'string') {
      // Texts have no identity here: long ones that are equal are taken to be one, as sharing makes them.
      if (value.length < 32) return 8 + value.length;
      if (seen.has(value)) return 8;
      seen.add(value);
      return 8 + value.length;
    }
    if (typeof value !== 'object' || value === null) return 8;
    if (seen.has(value)) return 8;
    seen.add(value);
    if (ArrayBuffer.isView(value)) return 100 + size(value.buffer);
    if (value instanceof ArrayBuffer) return 100 + value.byteLength;
    return 24 + Object.values(value).reduce<number>((sum, part) => sum + 8 + size(part), 0);
  };
  return values.reduce<number>((sum, value) => sum + size(value), 0);
};
