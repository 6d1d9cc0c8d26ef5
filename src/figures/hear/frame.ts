/** One iterate of the attack as it can be heard: every sound in 16 bits, and asked about again. */
export interface HearFrame {
  /** 0 before the attack, then the number of steps made. */
  readonly step: number;
  /**
   * What the attack added: 4000 samples of 16 bits, 8000 a second; the sounds follow from it and the state
   * (`heardIn`).
   */
  readonly noise: Int16Array;
  /** The ten probabilities of each. */
  readonly before: Float32Array;
  readonly after: Float32Array;
  readonly random: Float32Array;
  /**
   * How many decibels below the sound the attack’s noise lies, and the random noise; null where there is
   * none.
   */
  readonly decibels: number | null;
  readonly controlDecibels: number | null;
  /** For each step so far: the probability of the label, or of what is wanted. */
  readonly path: readonly number[];
}

/** The darkest level of the pictures, in decibels below an amplitude of 1. */
export const pictureRange = 90;
