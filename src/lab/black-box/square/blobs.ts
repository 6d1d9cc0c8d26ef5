import type { Vec } from '../../oracle.ts';
import { length, mapped } from '../../vec.ts';
import { placesOf, type Shape, type Window } from '../shape.ts';
import { randomSign, somewhere, type Form } from './form.ts';

/** The vector of that length in v's direction; zeros if it has none. */
const scaled = (v: Vec, wanted: number): Vec => {
  const now = length(v);
  return now === 0 ? v : mapped(v, (value) => (wanted / now) * value);
};

/** A bump of concentric rectangles, each ring of which is lower by 1/(k + 1)², of length 1. */
const bump = (height: number, width: number): ((y: number, x: number) => number) => {
  const [middleY, middleX] = [Math.floor(height / 2), Math.floor(width / 2)];
  const rings = Math.max(middleY, middleX) + 1;
  const at = (y: number, x: number): number => {
    let sum = 0;
    for (let k = Math.max(Math.abs(y - middleY), Math.abs(x - middleX)); k < rings; k++)
      sum += 1 / (k + 1) ** 2;
    return sum;
  };
  const all = Float32Array.from({ length: height * width }, (_, i) => at(Math.floor(i / width), i % width));
  const bumped = scaled(all, 1);
  return (y, x) => bumped[y * width + x];
};

/**
 * Two bumps of opposite sign and of the same length beside or above each other, together of length 1: the η
 * of algorithm 3, as in the authors' code.
 */
export const twoBumps = (height: number, width: number, above: boolean): Vec => {
  const half = Math.floor((above ? height : width) / 2);
  const first = above ? bump(half, width) : bump(height, half);
  const second = above ? bump(height - half, width) : bump(height, width - half);
  const both = new Float32Array(height * width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [along, restY, restX] = above ? [y, y - half, x] : [x, y, x - half];
      both[y * width + x] = along < half ? first(y, x) : -second(restY, restX);
    }
  }
  return scaled(both, 1);
};

const rowsOf = (v: Vec, places: Int32Array): Vec => Float32Array.from(places, (place) => v[place]);

/** Beside or above each other, whichever chance says and the window has room for. */
const randomBumps = ({ height, width }: Window, sign: number, chance: number): Vec =>
  mapped(twoBumps(height, width, width < 2 || (height >= 2 && chance < 0.5)), (value) => sign * value);

/** An odd number of places, at least three, as many as there is room for. */
const side = (wanted: number, room: number): number =>
  Math.min(room, Math.max(3, 2 * Math.floor(wanted / 2) + 1));

const windowSize = (shape: Shape, places: number): [height: number, width: number] => {
  const height = side(Math.round(Math.sqrt(places)), shape.height);
  return [height, side(Math.round(places / height), shape.width)];
};

/**
 * For L2 (algorithm 3): five by five tiles of two bumps, then in one window the length that is left over and
 * that of another window goes into a new pair of bumps, added to what is there.
 */
export const blobs: Form = {
  start: (shape, radius, random) => {
    const height = Math.max(1, Math.floor(shape.height / 5));
    const width = Math.max(1, Math.floor(shape.width / 5));
    const [down, across] = [Math.floor(shape.height / height), Math.floor(shape.width / width)];
    const top = Math.floor((shape.height - down * height) / 2);
    const left = Math.floor((shape.width - across * width) / 2);
    const perturbation = new Float32Array(shape.height * shape.width * shape.channels);
    for (let tile = 0; tile < down * across; tile++) {
      const window: Window = {
        top: top + Math.floor(tile / across) * height,
        left: left + (tile % across) * width,
        height,
        width,
      };
      const chance = random.uniform();
      for (let channel = 0; channel < shape.channels; channel++) {
        const bumps = randomBumps(window, randomSign(random), chance);
        placesOf(shape, window, channel).forEach((place, k) => (perturbation[place] = bumps[k]));
      }
    }
    return scaled(perturbation, radius);
  },
  propose: (shape, radius, perturbation, places, random) => {
    const size = windowSize(shape, places);
    const window = somewhere(shape, ...size, random);
    const giving = somewhere(shape, ...size, random);
    const chance = random.uniform();
    const spare = Math.max(0, radius ** 2 - length(perturbation) ** 2) / shape.channels;
    const next = perturbation.slice();
    for (let channel = 0; channel < shape.channels; channel++) {
      const here = placesOf(shape, window, channel);
      const there = placesOf(shape, giving, channel);
      const union = Int32Array.from(new Set([...here, ...there]));
      const bumps = randomBumps(window, randomSign(random), chance);
      const old = scaled(rowsOf(perturbation, here), 1);
      const wanted = Math.sqrt(spare + length(rowsOf(perturbation, union)) ** 2);
      const fresh = scaled(
        mapped(bumps, (value, k) => value + old[k]),
        wanted,
      );
      there.forEach((place) => (next[place] = 0));
      here.forEach((place, k) => (next[place] = fresh[k]));
    }
    return scaled(next, radius);
  },
};
