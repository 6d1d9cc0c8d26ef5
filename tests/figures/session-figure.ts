import type { Ink } from '../../src/data/ink.ts';
import { defaultState, type Figure, type AnyState } from '../../src/figures/kit/contract/figure.ts';
import { choice, range, type Params } from '../../src/figures/kit/contract/params.ts';
import { files, ink, picture } from '../../src/figures/kit/contract/reader-params.ts';
import type { Setting } from '../../src/figures/kit/session/session.ts';

const params: Params = {
  input: choice({ label: 'Picture', options: { pen: 'pen', drawn: 'drawn' }, default: 'pen' }),
  drawing: ink({ label: 'Your digit' }),
  steps: range({ label: 'Steps', min: 0, max: 9, step: 1, default: 3 }),
  cell: choice({ label: 'Cell', options: { a: 'a', b: 'b' }, default: 'a' }),
  model: files({ label: 'Your model', hint: 'Choose files.', accept: '.json' }),
  photo: picture({ label: 'Your picture', hint: 'It is cut square.' }),
};

/**
 * A figure with every kind of field that a session treats in its own way; its frames are texts that end in a
 * number.
 */
export const figure: Figure<Params, string> = {
  slug: 'session',
  version: 1,
  title: 'A session',
  article: 'none',
  width: 'text',
  params,
  groups: [
    { legend: 'a', fields: ['input', 'steps', 'cell', 'model', 'photo'] },
    { legend: 'b', fields: ['drawing'], when: ({ input }) => input === 'drawn' },
  ],
  presets: { far: { title: 'Far', state: { steps: 9 } } },
  shows: ['cell'],
  follow: (_, set) => ('steps' in set ? { cell: 'a' } : {}),
  verb: 'Run',
  steps: { name: 'step', pace: 50, count: ({ steps }) => Number(steps) },
  describe: (_, frame) => `Found ${frame}.`,
  table: () => ({ caption: 'None', head: [], rows: [] }),
  outcome: (_, frame) => ({ value: Number(frame.slice(-1)) }),
  tolerance: 0,
};

/** Its page as rendered: the published state with its last frame. */
export const setting: Setting = { figure, initial: { state: defaultState(figure), frame: 'p3' } };

/** One line, and another one. */
export const one: Ink = [[{ x: 1, y: 2, width: 3 }]];
export const seven: Ink = [[{ x: 9, y: 2, width: 3 }]];

/** Some of a state's fields, as a control sets them. */
export const some = (patch: Readonly<Record<string, unknown>>): Partial<AnyState> =>
  patch as Partial<AnyState>;
