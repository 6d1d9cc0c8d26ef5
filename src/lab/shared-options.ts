import type { Shape } from './black-box/shape.ts';
import { data, number, toggle } from './options.ts';
import type { Vec } from './oracle.ts';

/** Number of steps; `live` where somebody waits for one picture. */
export const steps = (value: number, live = value) =>
  number({
    label: 'Steps',
    min: 0,
    max: 1e6,
    whole: true,
    default: value,
    live,
    control: { min: 1, max: 100, step: 1 },
  });

/** How many values of a constant are tried. */
export const searches = (value: number) =>
  number({
    label: 'Searches',
    min: 1,
    max: 100,
    whole: true,
    default: value,
    live: 5,
    control: { min: 1, max: 9, step: 1 },
  });

/** Start at a random point of the ball (row i draws from `random.fork(i)` alone) instead of at x0. */
export const randomStart = toggle({
  label: 'Start',
  default: true,
  live: false,
  control: { name: 'start', no: ['picture', 'at the picture'], yes: ['random', 'at a random point'] },
});

/** How much of the last direction is kept (μ of Dong et al. 2018, equation 6). */
export const momentum = (value: number) =>
  number({ label: 'Momentum', min: 0, max: 2, default: value, control: { min: 0, max: 1, step: 0.1 } });

/**
 * How often it is run; what counts is each row's best end. From the second on, always from a random point.
 */
export const restarts = number({
  label: 'Runs',
  min: 1,
  max: 1000,
  whole: true,
  default: 1,
  control: { min: 1, max: 5, step: 1 },
});

/** How many of the other classes are gone towards in turn, those with the largest logits at x0 first. */
export const targets = number({
  label: 'Classes gone towards',
  min: 1,
  max: 1e6,
  whole: true,
  default: 9,
  live: 3,
  control: { min: 1, max: 9, step: 1 },
});

/** Whether a row goes on when it has reached its goal: for more loss, or for a smaller perturbation. */
export const goesOn = toggle({ label: 'Goes on when the goal is reached', default: true });

/** Questions at most about each row. */
export const queries = (value: number) =>
  number({
    label: 'Questions at most',
    min: 1,
    max: 1e7,
    whole: true,
    default: value,
    live: 1000,
    control: { min: 200, max: 10000, step: 200 },
  });

/** Count only pictures in 8 bits (x0 must be one), so that the answer survives being saved. */
export const eightBits = toggle({ label: 'Only pictures in 8 bits', default: false, live: true });

const isVec = (value: unknown): value is Vec => value instanceof Float32Array;

/** Pictures, one after another in one array, any number of them, for all rows. */
export const pictures = data({
  label: 'Pictures',
  default: undefined,
  must: 'pictures in one array of 32-bit numbers',
  accepts: isVec,
});

/** How the numbers of an input lie; guessed from how many they are if not given. */
export const shape = data({
  label: 'Shape',
  default: undefined,
  must: 'a height, a width and a number of channels',
  accepts: (value: unknown): value is Shape =>
    typeof value === 'object' &&
    value !== null &&
    ['height', 'width', 'channels'].every((name) =>
      Number.isInteger((value as Record<string, unknown>)[name]),
    ),
});

/** How many pictures of uniform noise are tried, one by one, where none was given or none has the goal. */
export const tries = number({
  label: 'Pictures of noise tried',
  min: 0,
  max: 1e6,
  whole: true,
  default: 100,
});
