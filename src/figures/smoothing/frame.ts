/** What the net says of some digits, digit by digit. */
export interface Said {
  readonly says: Uint8Array;
  /** How sure of it, 0 … 1. */
  readonly sure: Float32Array;
}

/** One attacker's digits after some steps, and what the defended net says of them. */
export interface Attacked extends Said {
  /** The first ten, 28×28 levels each, before the defence has changed them. */
  readonly shown: Uint8Array;
  /** After each step so far, how many answers are wrong. */
  readonly wrong: readonly number[];
}

interface Common {
  readonly step: number;
  readonly labels: Uint8Array;
  /** The first ten digits, 28×28 levels each. */
  readonly digits: Uint8Array;
}

/** An attack on a net whose inputs are changed before it sees them. */
export interface SqueezedFrame extends Common {
  readonly kind: 'squeezed';
  /** What the defended net says unattacked. */
  readonly before: Said;
  readonly naive: Attacked;
  readonly knowing: Attacked;
  /**
   * How many of the naive attacker's digits the net without the defence has wrong, after each step so far.
   */
  readonly undefended: readonly number[];
}

/** Digits under noise, many times each. */
export interface CertifiedFrame extends Common {
  readonly kind: 'certified';
  /** Draws so far that count for the answer; 0 while the class is being chosen. */
  readonly draws: number;
  /** How often each of the ten classes came first: ten numbers a digit. */
  readonly counts: Uint16Array;
  /** The class under test, one a digit. */
  readonly says: Uint8Array;
  /** How probable that class is under noise, at least, as far as is known. */
  readonly low: Float32Array;
  /** The length within which no nudge changes the answer; 0 where the net abstains. */
  readonly radius: Float32Array;
  /** The first ten digits under one draw of noise. */
  readonly noisy: Uint8Array;
}

/** A frame of the attack on a filter, or of the draws under noise. */
export type SmoothingFrame = SqueezedFrame | CertifiedFrame;
