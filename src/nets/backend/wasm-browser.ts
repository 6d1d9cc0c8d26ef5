import { env } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';

/**
 * One thread, also where the page is isolated: the threaded build starts its workers from the text of a
 * function, which no longer runs once a bundler has shortened its names, and then never answers.
 */
const oneThread = (): void => env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);

/** The binaries come from the site itself; the backend takes the one this browser can run. */
export const locateBinaries = (): void => {
  oneThread();
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    // Never fetched, but the backend wants to be told of all three.
    'tfjs-backend-wasm-threaded-simd.wasm': simd,
  });
};

/** Nothing has to be taken back in a browser: the start-up code installs handlers in Node alone. */
export const afterStart = (): void => undefined;
