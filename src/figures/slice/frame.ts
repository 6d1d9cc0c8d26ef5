import type { Vec } from '../../lab/oracle.ts';

/** The map so far: rows of places from the bottom up. */
export interface SliceFrame {
  /** Rows done. */
  readonly step: number;
  /** What is drawn, and what the net says of the picture itself. */
  readonly label: number;
  readonly says: number;
  /** The plane: the picture (784 numbers in 0 … 1) and two directions of length 1 at right angles. */
  readonly origin: Vec;
  readonly first: Vec;
  readonly second: Vec;
  /** For each place, row after row, the class that comes first and its probability. */
  readonly predicted: Uint8Array;
  readonly confidence: Vec;
  /** The attacks that span the plane: what the net says at their end, and where in the plane that is. */
  readonly attacks: readonly {
    readonly says: number;
    readonly u: number;
    readonly v: number;
    readonly length: number;
  }[];
}
