/** What is shown to the net, in the order of the drawing. */
export const kinds = ['digits', 'noise', 'evolved', 'attacked', 'knowing', 'noise-knowing'] as const;

/** One kind of pictures: digits, pictures of nothing, or attacked ones, by who knows of the score or not. */
export type Kind = (typeof kinds)[number];

/** Pictures of one kind: the net's logits, ten a picture, and the first of them, 28×28 levels. */
export interface Shown {
  readonly logits: Float32Array<ArrayBuffer>;
  readonly first: Uint8Array;
}

/** All kinds after some steps; those of an attacker who knows of the score are there for each score. */
export interface SilenceFrame {
  readonly step: number;
  /** Of the digits, attacked or not. */
  readonly labels: Uint8Array;
  readonly digits: Shown;
  readonly noise: Shown;
  readonly evolved: Shown;
  readonly attacked: Shown;
  readonly knowing: { readonly probability: Shown; readonly energy: Shown };
  readonly noiseKnowing: { readonly probability: Shown; readonly energy: Shown };
}
