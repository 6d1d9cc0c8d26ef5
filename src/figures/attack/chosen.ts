import { liveDefaultsOf } from '../../lab/options.ts';
import { snap } from '../kit/contract/params.ts';
import type { AttackState } from './params.ts';
import { attackOf, meant, methods, offeredIn, settings, written, type Method } from './settings.ts';

type Setting = keyof typeof settings;

/** The fields that do something under a method. */
export const settingsOf = (method: Method): readonly string[] =>
  offeredIn(attackOf(method).options).map(({ field }) => field);

/** What an attack is told: its options where somebody waits for one picture, and what its fields say. */
export const optionsOf = (method: Method, state: AttackState): object => {
  const { options } = attackOf(method);
  const told = offeredIn(options).map(({ option, of, field }) => [
    option,
    meant(of, state[field as Setting]),
  ]);
  return { ...liveDefaultsOf(options), ...(Object.fromEntries(told) as object) };
};

/** What each setting is under a method as long as nobody says otherwise. */
export const defaultsIn = ({ attack }: Pick<AttackState, 'attack'>): Partial<AttackState> => {
  const own = offeredIn(attackOf(attack).options).map(({ of, field }) => {
    const value = written(of, of.live ?? of.default);
    const param = settings[field as Setting];
    return [field, param.kind === 'range' ? snap(value as number, param) : value] as const;
  });
  const all = Object.entries(settings).map(([field, param]) => [field, param.default] as const);
  return Object.fromEntries([...all, ...own]);
};

const everywhere = methods.map((attack) => Object.entries(defaultsIn({ attack })));

/**
 * What goes along with another method: settings that stand where some method has them by itself move to where
 * this one has them.
 */
export const follow = (next: AttackState, set: Partial<AttackState>): Partial<AttackState> => {
  if (set.attack === undefined) return {};
  const untouched = (field: string): boolean =>
    everywhere.some((defaults) =>
      defaults.some(([name, value]) => name === field && value === next[field as Setting]),
    );
  return Object.fromEntries(
    Object.entries(defaultsIn(next)).filter(([field]) => !(field in set) && untouched(field)),
  );
};
