import type { Attack } from './attack.ts';

/** The subject of a sentence. */
interface Said {
  readonly text: string;
  /** Whether a verb after it stands in the plural. */
  readonly many: boolean;
}

/**
 * An attack as the subject of a sentence: one that climbs by its steps, 'one step of FGSM', '3 runs of 40
 * steps of PGD'; others by name.
 */
export const said = <Options extends object>(
  { aim, paced, name }: Attack<Options>,
  options: Options,
): Said => {
  if (aim !== 'climb' || paced !== 'steps') return { text: name, many: false };
  const { steps = 1, restarts = 1 } = options as { readonly steps?: number; readonly restarts?: number };
  const way = `${steps === 1 ? 'one step' : `${steps} steps`} of ${name}`;
  return restarts > 1 ? { text: `${restarts} runs of ${way}`, many: true } : { text: way, many: steps !== 1 };
};
