import { placesOf } from '../shape.ts';
import { randomSign, somewhere, type Form } from './form.ts';

/** For L∞ (algorithm 2): upright stripes one place wide, then squares of one change ± radius per channel. */
export const stripes: Form = {
  start: ({ height, width, channels }, radius, random) => {
    const line = Float32Array.from({ length: width * channels }, () => radius * randomSign(random));
    return Float32Array.from({ length: height * line.length }, (_, i) => line[i % line.length]);
  },
  propose: (shape, radius, perturbation, places, random) => {
    const height = Math.min(shape.height, Math.max(1, Math.round(Math.sqrt(places))));
    const width = Math.min(shape.width, Math.max(1, Math.round(places / height)));
    const window = somewhere(shape, height, width, random);
    const next = perturbation.slice();
    for (let channel = 0; channel < shape.channels; channel++) {
      const value = radius * randomSign(random);
      for (const place of placesOf(shape, window, channel)) next[place] = value;
    }
    return next;
  },
};
