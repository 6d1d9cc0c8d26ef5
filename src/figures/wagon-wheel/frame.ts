/** One frame of the film; or one step in which a hidden picture comes up, with what the net makes of it. */
export type WheelFrame =
  | { readonly kind: 'wheel'; readonly index: number }
  | {
      readonly kind: 'picture';
      readonly index: number;
      /** 28×28 numbers in 0 … 1 each: what is seen, and what is hidden. */
      readonly shown: Float32Array;
      readonly hidden: Float32Array;
      /**
       * By step so far: the probability of the hidden digit, and the answer, of one pixel in each cell and of
       * the means.
       */
      readonly kept: readonly { readonly belief: number; readonly says: number }[];
      readonly means: readonly { readonly belief: number; readonly says: number }[];
    };
