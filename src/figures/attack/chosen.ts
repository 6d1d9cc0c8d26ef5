import { liveDefaultsOf } from '../../lab/options.ts';
import type { AttackState } from './params.ts';
import type { settings } from './settings.ts';
import { attackOf, meant, offeredIn, type Method } from './settings.ts';

type Setting = keyof typeof settings;

/** The fields that do something under a method. */
export const settingsOf = (method: Method): readonly string[] =>
  offeredIn(attackOf(method).options).map(({ field }) => field);

/** What an attack is told: its options where somebody waits for one picture, and what its fields say. */
export const optionsOf = (method: Method, state: AttackState): object => {
  const { options } = attackOf(method);
  const told = offeredIn(options).map(
    ({ option, of, field }) => [option, meant(of, state[field as Setting])] as const,
  );
  return { ...liveDefaultsOf(options), ...Object.fromEntries(told) };
};
