import { readerError } from '../../lab/reader-error.ts';
import type { ByteSource } from './source.ts';

const join = (parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
};

/**
 * Files under an address that ends in a slash; a download that fails gives a reader error that may be
 * retried.
 */
export const fetchBytes =
  (base: string): ByteSource =>
  async (path, { onBytes, fresh = false, called = path } = {}) => {
    const fail = (why: string, cause?: unknown) =>
      readerError(`${called} could not be downloaded: ${why}. Check the connection and try again.`, {
        retry: true,
        cause,
      });
    const response = await fetch(new URL(path, base), fresh ? { cache: 'reload' } : {}).catch(
      (cause: unknown) => {
        throw fail('the server cannot be reached', cause);
      },
    );
    if (!response.ok) throw fail(`the server answered ${response.status}`);
    const parts: Uint8Array[] = [];
    let received = 0;
    const reader = response.body?.getReader();
    if (!reader) throw fail('the answer was empty');
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return join(parts, received);
        parts.push(value);
        received += value.byteLength;
        onBytes?.(received);
      }
    } catch (cause) {
      throw fail('the connection broke off', cause);
    }
  };
