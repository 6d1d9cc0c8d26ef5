import { snap } from '../kit/contract/params.ts';
import { sizeFromFormer, sizeOn } from '../kit/contract/size-param.ts';
import { scalesOf } from './methods.ts';
import { params, type AttackState } from './params.ts';
import { former } from './scales.ts';
import { attackOf, offeredIn, settings, written, type Method } from './settings.ts';

type Setting = keyof typeof settings;

/** What each setting of a method is as long as nobody says otherwise. */
const settingsIn = (attack: Method): Partial<AttackState> => {
  const own = offeredIn(attackOf(attack).options).map(({ of, field }) => {
    const value = written(of, of.live ?? of.default);
    const param = settings[field as Setting];
    return [field, param.kind === 'range' ? snap(Number(value), param) : value] as const;
  });
  const all = Object.entries(settings).map(([field, param]) => [field, param.default] as const);
  return Object.fromEntries([...all, ...own]);
};

/** The scales in use, in the order in which all of them are offered: the first is the usual one. */
const usualFirst = (state: AttackState): readonly string[] => {
  const offered = scalesOf(state);
  return Object.keys(params.size.scales).filter((id) => offered.includes(id));
};

/** What the settings and the size are under a method, on a net, as long as nobody says otherwise. */
export const defaultsIn = (state: AttackState): Partial<AttackState> => {
  const { ball, radius } = sizeOn(params.size, undefined, usualFirst(state));
  return { ...settingsIn(state.attack), size: { ball, radius } };
};

/** A link's fields from when the size of the nudge was a ball and five fields. */
export const formerly = (
  fields: Readonly<Record<string, string>>,
  base: AttackState,
): Readonly<Record<string, string>> => {
  const read = <K extends 'net' | 'attack'>(name: K): AttackState[K] => {
    const found = params[name].read(fields[name] ?? '');
    return 'value' in found ? (found.value as AttackState[K]) : base[name];
  };
  const state = { ...base, net: read('net'), attack: read('attack') };
  return sizeFromFormer(params.size, former, fields, { base: base.size, offered: scalesOf(state) });
};
