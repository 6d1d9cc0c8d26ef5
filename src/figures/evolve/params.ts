import type { Group } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { text } from '../kit/contract/reader-params.ts';
import { netChoice } from '../kit/words/nets.ts';
import { evolvedFor, taskOf, tasks, wordOf } from './tasks.ts';

const classNames = tasks.flatMap(({ classes }) => classes.map(({ name }) => [wordOf(name), name] as const));

/**
 * Whose answers pictures evolve for, how they are inherited, for how long; or one genome that a link
 * carries.
 */
export const params = {
  net: netChoice({ nets: evolvedFor, default: 'digits-lenet' }),
  encoding: choice({
    label: 'How pictures are inherited',
    options: { cppn: 'as patterns (CPPN)', direct: 'pixel by pixel' },
    default: 'cppn',
  }),
  generations: range({ label: 'Generations', min: 0, max: 1000, step: 5, default: 20 }),
  seed: seed(39),
  cell: choice<string>({
    label: 'Picture shown',
    options: Object.fromEntries(classNames),
    default: '3',
  }),
  genome: text({
    label: 'A genome, in place of an evolution',
    maxLength: 2400,
    pattern: /^[\w-]{16,2400}$/,
    otherwise: 'is not the text of a genome',
    default: '',
  }),
};

/** The evolution, the champion that is shown large, or the genome in place of both. */
export type EvolveState = StateOf<typeof params>;

/**
 * Only patterns for pictures in colour: their pixels one by one would make genomes too long for a frame or a
 * link.
 */
export const encodingOf = ({ net, encoding }: EvolveState): EvolveState['encoding'] =>
  taskOf(net).id === 'digits' ? encoding : 'cppn';

/**
 * The place of the picture shown large among the champions; the first for a class that the net's task does
 * not have.
 */
export const shownOf = ({ net, cell }: EvolveState): number =>
  Math.max(
    0,
    taskOf(net).classes.findIndex(({ name }) => wordOf(name) === cell),
  );

const evolves = ({ genome }: EvolveState): boolean => genome === '';

/** Where a genome is given nothing evolves, and what decides an evolution is not asked for. */
export const groups: readonly Group<EvolveState>[] = [
  {
    legend: 'Whose answers',
    fields: [
      'net',
      {
        field: 'encoding',
        when: (state) => evolves(state) && taskOf(state.net).id === 'digits',
      },
    ],
  },
  { legend: 'Evolution', fields: ['generations'], when: evolves },
  {
    legend: 'What is shown',
    fields: [{ field: 'cell', offers: ({ net }) => taskOf(net).classes.map(({ name }) => wordOf(name)) }],
    when: evolves,
  },
  { legend: 'One genome alone', fields: ['genome'], quiet: true },
  { legend: 'Chance', fields: ['seed'], quiet: true, when: evolves },
];
