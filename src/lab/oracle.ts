/** A batch of n rows in one flat array, row after row. */
export type Vec = Float32Array<ArrayBuffer>;

/** What a black box shows of itself: answers, no gradients. */
export interface Answers {
  /** Numbers per input, e.g. 784 for a 28×28 picture. */
  readonly dimension: number;
  /** Numbers per answer. */
  readonly classes: number;
  /** Logits (before any softmax) of n inputs: n·dimension numbers in, n·classes numbers out. */
  logits(x: Vec): Promise<Vec>;
}

/** Cross-entropy of each of n inputs against its label, in nats, with its gradient in the input. */
export interface Loss {
  /** n numbers ≥ 0. */
  readonly loss: Vec;
  /** n·dimension numbers: row i is the gradient of loss i alone. */
  readonly gradient: Vec;
  /** n·classes numbers. */
  readonly logits: Vec;
}

/** Logits of n inputs, and a gradient in each of them. */
export interface Pullback {
  /** n·classes numbers. */
  readonly logits: Vec;
  /** n·dimension numbers. */
  readonly gradient: Vec;
}

/** Logits of n inputs, and how each of them changes with each number of its input. */
export interface Jacobian {
  /** n·classes numbers. */
  readonly logits: Vec;
  /** n·classes·dimension numbers: of each row, the gradient of its first logit, then of its second, … */
  readonly jacobian: Vec;
}

/**
 * Weights for the logits of consecutive rows, in sight of these logits; `from` is the first row's place in
 * the batch.
 */
export type Weigh = (logits: Vec, from: number) => Vec;

/** All an attack may know of a model. */
export interface Oracle extends Answers {
  /** One forward and one reverse pass: row i's gradient is that of Σₖ weightᵢₖ·logitᵢₖ. */
  pullback(x: Vec, weigh: Weigh): Promise<Pullback>;
  /** Every logit's gradient, from one forward and one reverse pass. */
  jacobian(x: Vec): Promise<Jacobian>;
  /** Cross-entropy of softmax(logits) against one label (0 … classes − 1) per row. */
  loss(x: Vec, labels: Int32Array): Promise<Loss>;
}
