import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';

/** Rays go out from the middle of the data, one every so many degrees. */
export const rayStep = 5;

/** How many rays there are, all around. */
export const rays = 360 / rayStep;
/** Half the side of the first map, in radii of the data. */
export const nearest = 1.5;

/** Half the side of the last map, in radii of the data. */
export const furthest = 100;
/** Frames in which the map zooms out. */
export const zooms = 16;

/** Epochs between two frames of the training. */
export const epochsAFrame = 5;
/** Points of the data. */
export const points = 180;

/**
 * The points to learn, whether doubt is taught outside of them, the net's size, and the ray that is followed
 * (degrees).
 */
export const params = {
  data: choice({
    label: 'Data',
    options: { moons: 'two moons', spirals: 'two spirals', arcs: 'three arcs' },
    default: 'moons',
  }),
  outside: choice({
    label: 'Outside the data it learns',
    options: { nothing: 'nothing', doubt: 'to be unsure, out to 4 radii' },
    default: 'nothing',
  }),
  units: range({ label: 'Units in each of two hidden layers', min: 4, max: 40, step: 4, default: 16 }),
  epochs: range({ label: 'Epochs', min: 20, max: 300, step: 20, default: 120 }),
  seed: seed(),
  angle: range({ label: 'Direction of the ray', min: 0, max: 355, step: rayStep, default: 35, unit: '°' }),
};

/** Data, net and training, and the direction of the ray. */
export type FarAwayState = StateOf<typeof params>;

/** Frames after the first: of the training, then of zooming out. */
export const stepsOf = (state: FarAwayState): number => state.epochs / epochsAFrame + zooms;

/** The net's size and training are folded away: what is learnt and where one looks matter more. */
export const groups: readonly Group<FarAwayState>[] = [
  { legend: 'What is learnt', fields: ['data', 'outside'] },
  { legend: 'Where you look', fields: ['angle'] },
  { legend: 'The net', fields: ['units', 'epochs', 'seed'], quiet: true },
];

/** The other two sets of points, a net that is taught to doubt, and one of four units a layer. */
export const presets: Readonly<Record<string, Preset<FarAwayState>>> = {
  spirals: { title: 'Two spirals', state: { data: 'spirals', units: 24, epochs: 200, angle: 120 } },
  arcs: { title: 'Three arcs', state: { data: 'arcs', angle: 60 } },
  'taught-doubt': {
    title: 'Taught to doubt, out to four radii',
    state: { outside: 'doubt', units: 24, angle: 175 },
  },
  'four-units': { title: 'Four units a layer', state: { units: 4, angle: 250 } },
};
