import type { Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';
import type { Card } from '../../nets/card.ts';

/** n inputs, row after row, with one label each. */
export interface Rows {
  readonly x: Vec;
  readonly labels: Int32Array<ArrayBuffer>;
}

/** Examples that a net is judged by. */
export interface Trial {
  /** What they are, as it stands on the card: 'test digits', 'a set never trained on'. */
  readonly name: string;
  readonly count: number;
  /** Examples `from` to `to` (exclusive); always the same. */
  readonly rows: (from: number, to: number) => Rows;
}

/** What a classifier is trained on and judged by. */
export interface Task {
  readonly data: Card['data'];
  /** Examples in one epoch. */
  readonly count: number;
  /** Example `index`, seen through whatever distortion the stream draws. */
  readonly example: (index: number, stream: Random) => { readonly x: Vec; readonly label: number };
  /** The first is what the card's accuracy is about. */
  readonly trials: readonly [Trial, ...Trial[]];
}
