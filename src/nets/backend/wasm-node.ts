import '@tensorflow/tfjs-backend-wasm';

type Failure = 'uncaughtException' | 'unhandledRejection';

const failures: readonly Failure[] = ['uncaughtException', 'unhandledRejection'];
let before: Readonly<Record<Failure, readonly unknown[]>> | undefined;

/** In Node the binaries lie beside the package's code, where it looks first. */
export const locateBinaries = (): void => {
  before = {
    uncaughtException: process.listeners('uncaughtException'),
    unhandledRejection: process.listeners('unhandledRejection'),
  };
};

/**
 * Takes back the handlers that the WebAssembly module's start-up code installs: they rethrow other people's
 * errors.
 */
export const afterStart = (): void => {
  for (const failure of failures) {
    for (const listener of process.listeners(failure as 'uncaughtException')) {
      if (before && !before[failure].includes(listener)) process.removeListener(failure, listener);
    }
  }
};
