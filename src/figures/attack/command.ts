import { optionsOf } from './chosen.ts';
import { methodOf, radiusOf, sizeIn } from './methods.ts';
import type { Param } from '../kit/contract/params.ts';
import { inputOf, kindOf, netOf, shapeOf, type InputChoice } from './nets.ts';
import { params, type AttackState } from './params.ts';
import { attackOf, offeredIn } from './settings.ts';

type Field = keyof typeof params;

/** The fields that say which picture is meant, for each kind that a command can name: not the reader's. */
const pictureFields: Readonly<Partial<Record<InputChoice, readonly Field[]>>> = {
  stroke: ['digit', 'way', 'shape'],
  drawn: ['drawing', 'meant'],
  thing: ['thing'],
  evolved: ['digit', 'thing', 'seed'],
  noise: ['seed'],
};

/** The query by which a link of the figure names the picture. */
const pictureQuery = (state: AttackState, fields: readonly Field[]): string => {
  const query = new URLSearchParams({ net: netOf(state), input: inputOf(state) });
  const written: Readonly<Record<Field, Param<unknown>>> = params;
  for (const field of fields) query.set(field, written[field].write(state[field]));
  return `?${query.toString().replace(/%2C/g, ',')}`;
};

/** Options that have a flag of their own. */
const flags: readonly string[] = ['steps', 'restarts', 'momentum'];

/** An option as the command takes it. */
const argument = (name: string, value: unknown): string => {
  if (name === 'randomStart') return value === true ? '--random-start' : '--no-random-start';
  return flags.includes(name) ? `--${name} ${String(value)}` : `--option ${name}=${String(value)}`;
};

/** What the attack is told, where a word can say it: what the state chooses, and what is not the default. */
const settingsIn = (state: AttackState): readonly string[] => {
  const method = methodOf(state);
  const { options, defaults } = attackOf(method);
  const chosen = offeredIn(options).map(({ option }) => option);
  const usual = new Map<string, unknown>(Object.entries(defaults));
  return Object.entries<unknown>({ ...optionsOf(method, state) })
    .filter(
      ([name, value]) =>
        value !== undefined &&
        options[name]?.kind !== 'data' &&
        (chosen.includes(name) || value !== usual.get(name)),
    )
    .map(([name, value]) => argument(name, value));
};

/**
 * The command line that attacks the same picture in the same way, to be run in a copy of the book; none where
 * the model or the picture is the reader's, or the net does not ship.
 */
export const commandOf = (state: AttackState): string | undefined => {
  const fields = pictureFields[inputOf(state)];
  const kind = kindOf(state);
  if (fields === undefined || (kind !== 'digits' && kind !== 'emoji')) return undefined;
  const target =
    state.goal === 'reach' ? [`--target ${kind === 'digits' ? state.target : state.wanted}`] : [];
  return [
    `npm run attack -- --model public/models/${netOf(state)}/model.json`,
    `--inputs '${pictureQuery(state, fields)}'`,
    `--attack ${methodOf(state)} --ball ${sizeIn(state).ball} --epsilon ${radiusOf(state, shapeOf(state))}`,
    ...target,
    ...settingsIn(state),
    `--gradient exact --seed ${state.seed}`,
  ].join(' ');
};
