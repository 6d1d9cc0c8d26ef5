/** A seeded stream of random numbers: the same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** A whole number from 0 to n − 1. */
  integer(n: number): number;
  /** A new independent stream, a pure function of this stream's seed and the name. */
  fork(name: string | number): Random;
}
