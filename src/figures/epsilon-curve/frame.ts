/** The curves up to one ε, and one digit on its way there. */
export interface CurveFrame {
  /** How many values of ε after 0 are done. */
  readonly step: number;
  /** Number of digits. */
  readonly n: number;
  /** For each line, how many digits are read rightly at each ε so far, from ε = 0 on. */
  readonly right: readonly (readonly number[])[];
  /** The digit that is shown, and what a person calls it. */
  readonly label: number;
  /**
   * It at each ε so far, 28×28 grey levels each: nudged as in the line that is shown, and with random signs.
   */
  readonly attacked: Uint8Array;
  readonly noisy: Uint8Array;
  /** What the net says of each of them. */
  readonly saysAttacked: readonly number[];
  readonly saysNoisy: readonly number[];
}
