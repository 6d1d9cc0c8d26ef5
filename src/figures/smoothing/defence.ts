import { digitShape } from '../../data/digit.ts';
import { bitDepth, smoothBitDepth } from '../../lab/defences/bit-depth.ts';
import { gaussianBlur } from '../../lab/defences/blur.ts';
import { medianFilter } from '../../lab/defences/median.ts';
import { bpda, type Preprocessing } from '../../lab/defences/preprocessing.ts';
import type { SmoothingState } from './params.ts';

/** What is done to a picture before the net sees it; of noise, nothing. */
export const defenceOf = ({ defence, width, window, bits }: SmoothingState): Preprocessing => {
  switch (defence) {
    case 'median':
      return medianFilter(digitShape, window);
    case 'bits':
      return bitDepth(bits);
    case 'blur':
      return gaussianBlur(digitShape, width);
    case 'noise':
      return gaussianBlur(digitShape, 0);
  }
};

/**
 * The same as an attacker who knows of it differentiates it: steps by a smooth stand-in, the rest exactly.
 */
export const knownDefenceOf = (state: SmoothingState): Preprocessing =>
  state.defence === 'bits' ? bpda(bitDepth(state.bits), smoothBitDepth(state.bits, 10)) : defenceOf(state);
