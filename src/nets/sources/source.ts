/**
 * Where the files of nets come from: the bytes of `<id>/<name>`. `onBytes` hears how many have arrived
 * so far; `fresh` asks for a copy that no cache has kept; `called` is what a person calls the net.
 */
export type ByteSource = (
  path: string,
  options?: {
    readonly onBytes?: (received: number) => void;
    readonly fresh?: boolean;
    readonly called?: string;
  },
) => Promise<Uint8Array<ArrayBuffer>>;
