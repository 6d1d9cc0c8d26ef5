import { alias } from '../../lab/sampling.ts';
import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, type StateOf } from '../kit/contract/params.ts';
import { digitOptions } from '../kit/words/digit-options.ts';

/** Frames of the film after its first. */
export const frames = 48;

/** Steps in which the hidden picture comes up. */
export const steps = 8;

/** The net that reads the picture. */
export const netId = 'digits-lenet';

/**
 * A wheel (turns and frames a second) that is filmed, or a picture with another hidden in it, made so many
 * times smaller.
 */
export const params = {
  sampled: choice({
    label: 'Sampled',
    options: { wheel: 'a wheel, in time', picture: 'a picture, in space' },
    default: 'wheel',
  }),
  speed: range({ label: 'The wheel turns', min: 0, max: 6, step: 0.05, default: 2.75, unit: ' turns/s' }),
  rate: range({ label: 'The film has', min: 8, max: 60, step: 1, default: 24, unit: ' frames/s' }),
  spokes: range({ label: 'Spokes', min: 3, max: 12, step: 1, default: 8 }),
  shown: choice({ label: 'What you see', options: digitOptions, default: '2' }),
  hidden: choice({ label: 'What is hidden in it', options: digitOptions, default: '7' }),
  factor: range({ label: 'Made smaller', min: 3, max: 7, step: 1, default: 7, unit: ' times' }),
};

/** The wheel and its film, or the two pictures and by how much they are made smaller. */
export type WheelState = StateOf<typeof params>;

const isWheel = ({ sampled }: WheelState): boolean => sampled === 'wheel';

/** Of the wheel and the picture only the one that is sampled is asked about. */
export const groups: readonly Group<WheelState>[] = [
  { legend: 'What is sampled', fields: ['sampled'] },
  { legend: 'The wheel', fields: ['speed', 'rate', 'spokes'], when: isWheel },
  { legend: 'The picture', fields: ['shown', 'hidden', 'factor'], when: (state) => !isWheel(state) },
];

/**
 * A wheel that stands still and one that turns forwards, and pictures of which one pixel in 49 or in 9 is
 * another's.
 */
export const presets: Readonly<Record<string, Preset<WheelState>>> = {
  still: { title: 'A turning wheel that stands still', state: { speed: 3 } },
  faster: { title: 'More frames, and it turns forwards', state: { rate: 60 } },
  picture: { title: 'A picture that is another when made small', state: { sampled: 'picture' } },
  'one-in-nine': { title: 'Hidden in one pixel of nine', state: { sampled: 'picture', factor: 3 } },
};

/**
 * Turns a second that the film shows: a wheel looks the same whenever it has turned from one spoke to the
 * next.
 */
export const seenSpeed = (speed: number, { rate, spokes }: WheelState): number => {
  // Speeds are hundredths: what is left of a binary fraction must not choose between forwards and backwards.
  const seen = alias(Number((speed * spokes).toFixed(6)), rate) / spokes;
  return Number(seen.toFixed(9));
};

/**
 * Whether every spoke comes to lie midway between two, so that a film shows a turn forwards as much as one
 * back.
 */
export const isEither = (seen: number, { rate, spokes }: WheelState): boolean =>
  Math.abs(2 * Math.abs(seen) * spokes - rate) < 1e-6;

/** Frames after the first: those of the film, or those in which the picture comes up. */
export const countOf = (state: WheelState): number => (isWheel(state) ? frames : steps);
