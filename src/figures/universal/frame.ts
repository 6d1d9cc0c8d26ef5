/** Pictures drawn: one of each digit. */
export const drawn = 10;

/** One perturbation on its way, and what it does to digits that it was not grown on. */
export interface UniversalFrame {
  readonly step: number;
  /** 28×28 pixels in levels: 128 where it changes nothing, 255 where it adds half of the range. */
  readonly perturbation: Uint8Array;
  /** The first ten of the digits it is tried on, moved by it; 28×28 levels each. */
  readonly pictures: Uint8Array;
  readonly labels: Uint8Array;
  /** What each net says of these ten, without and with it, net after net. */
  readonly before: Uint8Array;
  readonly says: Uint8Array;
  /** Of how many of the digits each net changes its answer. */
  readonly fooled: readonly number[];
  /** Of how many it does so under random signs of the full size; none yet in the first frame. */
  readonly chance: readonly number[];
  /** Of how many the net it is grown for does, after each step so far. */
  readonly history: readonly number[];
}
