import type { Group } from '../kit/contract/figure.ts';
import { waysOffered } from '../kit/words/stroke-fields.ts';
import { settingsOf } from './chosen.ts';
import { factsOf, methodOf, methodsOf, scalesOf } from './methods.ts';
import { inputOf, inputsOf, kindOf } from './nets.ts';
import type { AttackState } from './params.ts';
import { settings } from './settings.ts';

type When = (state: AttackState) => boolean;

const hasInput =
  (...inputs: readonly AttackState['input'][]): When =>
  (state) =>
    inputs.includes(inputOf(state));
const reaches: When = (state) => state.goal === 'reach';
const readsDigits: When = (state) => kindOf(state) === 'digits' || kindOf(state) === 'own';
const greys: When = (state) => kindOf(state) === 'digits' || kindOf(state) === 'own';
const both =
  (...conditions: readonly When[]): When =>
  (state) =>
    conditions.every((condition) => condition(state));

const evolves = hasInput('evolved');
const showsThing: When = (state) => hasInput('thing')(state) || (evolves(state) && kindOf(state) === 'emoji');

/**
 * First whose picture and net, then the method and its size, then the goal; settings of a method only where
 * it has them.
 */
export const groups: readonly Group<AttackState>[] = [
  { legend: 'What is attacked', fields: [{ field: 'input', offers: inputsOf }, 'net'] },
  {
    legend: 'Your model',
    fields: ['model', 'pixels', 'order', 'side'],
    when: (state) => state.net === 'own',
  },
  { legend: 'Your drawing', fields: ['drawing'], when: hasInput('drawn') },
  {
    legend: 'Your picture',
    fields: ['photo', { field: 'paper', when: greys }],
    when: hasInput('picture'),
  },
  { legend: 'What it shows', fields: ['meant'], when: both(hasInput('drawn', 'picture'), readsDigits) },
  { legend: 'Which thing', fields: ['thing'], when: (state) => showsThing(state) },
  {
    legend: 'Which digit',
    fields: ['digit', { field: 'way', when: hasInput('stroke'), offers: waysOffered }],
    when: (state) => hasInput('stroke')(state) || (evolves(state) && kindOf(state) === 'digits'),
  },
  { legend: 'How it is written', fields: ['shape'], quiet: true, when: hasInput('stroke') },
  { legend: 'How it searches', fields: [{ field: 'attack', offers: methodsOf }] },
  {
    legend: 'Size of the nudge',
    fields: [{ field: 'size', offers: scalesOf }],
    when: (state) => !factsOf(state).seeks || factsOf(state).balls.length > 1,
  },
  {
    legend: 'What the attack wants',
    fields: [
      'goal',
      { field: 'target', when: both(reaches, (state) => kindOf(state) === 'digits') },
      { field: 'wanted', when: both(reaches, (state) => kindOf(state) === 'emoji') },
      {
        field: 'named',
        when: both(reaches, (state) => kindOf(state) === 'imagenet' || kindOf(state) === 'own'),
      },
    ],
  },
  {
    legend: 'Its settings',
    fields: [
      ...(Object.keys(settings) as (keyof typeof settings)[]).map((field) => ({
        field,
        when: (state: AttackState) => settingsOf(methodOf(state)).includes(field),
      })),
      'seed',
    ],
    quiet: true,
  },
];
