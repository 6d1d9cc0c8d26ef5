/** Pictures drawn from each net. */
export const samples = 3;

/** The nets that draw, and the one that judges. */
export const netIds = { plain: 'emoji-cnn', robust: 'emoji-robust', judge: 'emoji-cnn-b' } as const;

/** The nets that draw, in the order of a frame's rows. */
export const drawers = ['plain', 'robust'] as const;

/** A picture on its way, as shown: in 16 levels of each colour, and asked about again. */
export interface Sample {
  readonly picture: Uint8Array;
  /** How much the net that draws it, and another that does not, believe that it is the thing. */
  readonly own: number;
  readonly judge: number;
  /** What that other net calls it, and how surely. */
  readonly answer: number;
  readonly sure: number;
}

/** The pictures of both nets after as many steps, and what a third net, the judge, makes of them. */
export interface GenerateFrame {
  readonly step: number;
  readonly label: number;
  /** Per net that draws. */
  readonly rows: readonly (readonly Sample[])[];
  /**
   * Per net that draws, after each step so far: the middle of what it believes of its pictures, and of what
   * the judge does.
   */
  readonly paths: readonly { readonly own: readonly number[]; readonly judge: readonly number[] }[];
}
