/** Pixels along each side of a drawing. */
export const drawingSide = 64;

/** Into how many patches each side is cut; 1 is the whole picture. */
export const cuts = [1, 2, 4, 8, 16] as const;

/** A picture and what the net says of it. */
export interface Card {
  readonly title: string;
  readonly picture: Uint8Array;
  readonly answer: number;
  readonly sure: number;
}

/** What the net said of many pictures of one kind. */
export interface Tally {
  readonly title: string;
  readonly n: number;
  /** How often the thing whose shape it is, or the thing whose surface it is. */
  readonly shape: number;
  readonly surface: number;
  /** The sum of how sure it was of whatever it said. */
  readonly sure: number;
}

/** One drawing as it is tried, and what the net said of all drawings so far. */
export interface PatchesFrame {
  readonly step: number;
  /** The label of the drawing that is shown. */
  readonly label: number;
  readonly cards: readonly Card[];
  readonly tallies: readonly Tally[];
}
