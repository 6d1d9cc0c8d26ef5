import type { Vec } from '../lab/oracle.ts';
import type { Random } from '../lab/random.ts';
import { largestSize, mapped } from '../lab/vec.ts';

/** The sets of points that there are: two classes in moons or spirals, or three in arcs. */
export type PlaneSetId = 'moons' | 'spirals' | 'arcs';

/**
 * Points of the plane along curves, one curve a class: n·2 numbers around 0, none further from it than 1, and
 * n labels.
 */
export interface PlanePoints {
  readonly x: Vec;
  readonly labels: Int32Array<ArrayBuffer>;
}

/** Where the point at u = 0 … 1 of a class's curve lies. */
type Curve = (label: number, u: number) => readonly [x: number, y: number];

const moons: Curve = (label, u) => {
  const [x, y] = [Math.cos(Math.PI * u), Math.sin(Math.PI * u)];
  return label === 0 ? [x - 0.5, y - 0.25] : [0.5 - x, 0.25 - y];
};

const spirals: Curve = (label, u) => {
  const angle = (0.35 + 2.6 * u + label) * Math.PI;
  const radius = 0.12 + 0.88 * u;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
};

const arcs: Curve = (label, u) => {
  const angle = (label / 3 + 0.26 * u) * 2 * Math.PI;
  return [Math.cos(angle), Math.sin(angle)];
};

/** How many classes a set has, its curves, and the noise around them before the points are scaled. */
const sets: Readonly<
  Record<PlaneSetId, { readonly classes: number; readonly curve: Curve; readonly noise: number }>
> = {
  moons: { classes: 2, curve: moons, noise: 0.08 },
  spirals: { classes: 2, curve: spirals, noise: 0.02 },
  arcs: { classes: 3, curve: arcs, noise: 0.06 },
};

/** The number of classes of a set. */
export const classesOf = (set: PlaneSetId): number => sets[set].classes;

/**
 * `count` points of a set, its classes in turn, evenly along their curves at random places, with normal
 * noise.
 */
export const planePoints = (set: PlaneSetId, count: number, random: Random): PlanePoints => {
  const { classes, curve, noise } = sets[set];
  const labels = Int32Array.from({ length: count }, (_, i) => i % classes);
  const raw = new Float32Array(2 * count);
  labels.forEach((label, i) => {
    const [x, y] = curve(label, random.uniform());
    raw[2 * i] = x + noise * random.normal();
    raw[2 * i + 1] = y + noise * random.normal();
  });
  const reach = largestSize(
    Float32Array.from(labels, (_, i) => Math.hypot(raw[2 * i] ?? 0, raw[2 * i + 1] ?? 0)),
  );
  return { x: mapped(raw, (value) => value / reach), labels };
};
