/** The best picture for one class so far, as its genome: the drawing computes the pixels. */
export interface Champion {
  readonly label: number;
  /** The genome as its encoding writes it. */
  readonly genome: string;
  /** How sure the net is of the label, 0 … 1. */
  readonly sure: number;
  /** The generation in which it was born. */
  readonly born: number;
}

/** What a net that took no part says of each champion. */
export interface Onlooker {
  /** Its answer, how sure it is of that, and how sure it is of the champion's label. */
  readonly says: Uint16Array;
  readonly sure: Float32Array;
  readonly agrees: Float32Array;
}

/** An evolution after some generations; or one picture from a link, asked about. */
export interface EvolveFrame {
  readonly generation: number;
  /** Pictures that the net was asked about so far. */
  readonly evaluations: number;
  readonly champions: readonly Champion[];
  /** The other nets of the same task, in the order of `othersOf`. */
  readonly onlookers: readonly Onlooker[];
  /** How sure the net was of each champion after each generation so far, generation after generation. */
  readonly history: Float32Array;
}

/** How many champions another net calls what they were evolved to be. */
export const carried = ({ champions }: EvolveFrame, { says }: Onlooker): number =>
  champions.filter(({ label }, i) => says[i] === label).length;
