import type { ByteSource } from './source.ts';

/**
 * Two places for the same files: the first file asked for shows whether the first place has them; if not, all
 * come from the second.
 */
export const either = (first: ByteSource, second: ByteSource): ByteSource => {
  let chosen: Promise<ByteSource> | undefined;
  return async (path, options) => {
    if (chosen) return (await chosen)(path, options);
    const trial = first(path, options);
    chosen = trial.then(
      () => first,
      () => second,
    );
    return trial.catch(() => second(path, options));
  };
};
