/**
 * Where the files of nets come from: the bytes of `<id>/<name>`. `onBytes` hears how many have arrived
 * so far; `fresh` asks for a copy that no cache has kept.
 */
export type ByteSource = (
  path: string,
  options?: { readonly onBytes?: (received: number) => void; readonly fresh?: boolean },
) => Promise<Uint8Array<ArrayBuffer>>;
