import type { Attack } from '../../lab/attack.ts';
import { attacks } from '../../lab/attacks/index.ts';
import type { BallId } from '../../lab/ball.ts';
import { balls } from '../../lab/balls/index.ts';
import type { AnyOption } from '../../lab/options.ts';
import { chosen, numeric, usageError, type Given } from '../command.ts';

export const help = `npm run attack -- --model FILE --inputs FILE|FOLDER --labels FILE --attack ID --epsilon N [more]

  --model FILE          model.json of a TensorFlow.js layers model, its weights beside it
  --range LOW,HIGH      what the model takes for black and white (0,1)
  --mean FILE           float32 numbers that the model wants subtracted from every picture
  --inputs FILE|FOLDER  an IDX file of bytes or of float32 in 0 … 1, .gz or not, or a folder of PNGs with a labels.csv
                        or '?digit=5', the query of a link of the figure attack: the one picture that it shows
  --labels FILE         an IDX file of labels; for a folder, its labels.csv unless given
  --limit N             only the first N pictures
  --attack ID           ${Object.keys(attacks).join(', ')}
  --ball ID             ${Object.keys(balls).join(', ')}
  --epsilon N           radius of the ball, on pixels in 0 … 1; the limit of attacks that seek the smallest perturbation
  --target N            reach this class; without it, leave the label
  --steps N  --step-size N  --restarts N  --momentum N  --no-random-start
  --option NAME=VALUE   any other setting of the attack
  (boundary and hop-skip-jump start from pictures of the target among the inputs)
  --unclipped           let pixels leave 0 … 1, as some papers do
  --gradient KIND       exact, as in the figures, unless given; float32: of the cross-entropy as libraries round it, to meet
                        published numbers (where a net is sure, that gradient loses its direction)
  --seed N              1 unless given
  --json                one JSON object, picture by picture
  --out FOLDER          writes the attacked pictures: PNG, labels.csv, and unrounded as float32 IDX`;

/** What is asked of the command, every value in its range. */
export interface Flags {
  readonly model: string;
  readonly range: readonly [number, number];
  readonly mean: string | undefined;
  readonly inputs: string;
  readonly labels: string | undefined;
  readonly limit: number;
  readonly attack: Attack<object>;
  readonly ball: BallId;
  readonly epsilon: number;
  readonly target: number | undefined;
  readonly options: Readonly<Record<string, unknown>>;
  /** Settings that this attack does not have, and that were therefore not used. */
  readonly unused: readonly string[];
  readonly unclipped: boolean;
  readonly gradient: 'float32' | 'exact';
  readonly seed: number;
  readonly json: boolean;
  readonly out: string | undefined;
}

type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

const text = (values: Values, name: string): string | undefined => values[name] as string | undefined;

const needed = (values: Values, name: string): string => {
  const value = text(values, name);
  if (value !== undefined) return value;
  throw usageError(`--${name} is missing.`);
};

const rangeOf = (value: string): readonly [number, number] => {
  const [low = NaN, high = NaN, ...more] = value.split(',').map(Number);
  if (low < high && more.length === 0) return [low, high];
  throw usageError(`--range is “${value}”; write the values of black and white with a comma, such as -1,1.`);
};

/** A setting's value, of the kind that the attack says; whether it is within bounds the laboratory says. */
const settingOf = (name: string, value: string, option: AnyOption): unknown => {
  switch (option.kind) {
    case 'data':
      throw usageError(`The setting ${name} is no single value; leave it out.`);
    case 'toggle':
      return chosen(`The setting ${name}`, value, ['true', 'false']) === 'true';
    case 'choice':
      return chosen(`The setting ${name}`, value, Object.keys(option.words));
    case 'number':
      return numeric(`The setting ${name}`, value, [option.min, option.max], option.whole);
  }
};

/** The attack's settings from --option and from the flags that several attacks share. */
const settings = (
  attack: Attack<object>,
  values: Values,
  epsilon: number,
): Pick<Flags, 'options' | 'unused'> => {
  const has = (name: string): boolean => Object.hasOwn(attack.options, name);
  const options: Record<string, unknown> = {};
  for (const pair of (values['option'] ?? []) as readonly string[]) {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const option = has(name) ? attack.options[name] : undefined;
    if (option === undefined) {
      const names = Object.keys(attack.options).join(', ') || 'none';
      throw usageError(`${attack.id} has no setting “${name}”; it has ${names}.`);
    }
    options[name] = settingOf(name, value, option);
  }
  const shared: readonly (readonly [flag: string, name: string, value: unknown])[] = [
    [
      'steps',
      'steps',
      text(values, 'steps') && numeric('--steps', needed(values, 'steps'), [0, Infinity], true),
    ],
    [
      'step-size',
      'stride',
      text(values, 'step-size') &&
        numeric('--step-size', needed(values, 'step-size'), [0, Infinity]) / epsilon,
    ],
    [
      'restarts',
      'restarts',
      text(values, 'restarts') && numeric('--restarts', needed(values, 'restarts'), [1, Infinity], true),
    ],
    [
      'momentum',
      'momentum',
      text(values, 'momentum') && numeric('--momentum', needed(values, 'momentum'), [0, Infinity]),
    ],
    ['random-start', 'randomStart', values['random-start']],
  ];
  const given = shared.filter(([, , value]) => value !== undefined);
  for (const [, name, value] of given) if (has(name)) options[name] = value;
  return { options, unused: given.filter(([, name]) => !has(name)).map(([flag]) => flag) };
};

/** What the command takes. */
export const taken = {
  negative: true,
  options: {
    model: { type: 'string' },
    range: { type: 'string', default: '0,1' },
    mean: { type: 'string' },
    inputs: { type: 'string' },
    labels: { type: 'string' },
    limit: { type: 'string' },
    attack: { type: 'string' },
    ball: { type: 'string' },
    epsilon: { type: 'string' },
    target: { type: 'string' },
    steps: { type: 'string' },
    'step-size': { type: 'string' },
    restarts: { type: 'string' },
    momentum: { type: 'string' },
    'random-start': { type: 'boolean' },
    option: { type: 'string', multiple: true },
    unclipped: { type: 'boolean', default: false },
    gradient: { type: 'string', default: 'exact' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
} as const;

/** The command line, every value in its range. Throws a usage error for whatever cannot be meant. */
export const flagsOf = ({ values }: Given<typeof taken.options>): Flags => {
  const id = chosen('--attack', needed(values, 'attack'), Object.keys(attacks) as (keyof typeof attacks)[]);
  const attack: Attack<object> = attacks[id];
  const ball = chosen('--ball', values.ball ?? attack.balls[0] ?? 'linf', Object.keys(balls) as BallId[]);
  if (!attack.balls.includes(ball)) {
    throw usageError(`${id} does not work in the ball ${ball}; choose ${attack.balls.join(' or ')}.`);
  }
  const epsilon = numeric('--epsilon', needed(values, 'epsilon'), [0, Infinity]);
  return {
    model: needed(values, 'model'),
    range: rangeOf(values.range),
    mean: values.mean,
    inputs: needed(values, 'inputs'),
    labels: values.labels,
    limit: values.limit === undefined ? Infinity : numeric('--limit', values.limit, [1, Infinity], true),
    attack,
    ball,
    epsilon,
    target: values.target === undefined ? undefined : numeric('--target', values.target, [0, Infinity], true),
    ...settings(attack, values, epsilon),
    unclipped: values.unclipped,
    gradient: chosen('--gradient', values.gradient, ['float32', 'exact']),
    seed: numeric('--seed', values.seed, [0, Infinity], true),
    json: values.json,
    out: values.out,
  };
};
