/** The two nets and the two ways that are compared, in the order of a frame's pictures. */
export const panels = [
  { net: 'plain', way: 'pixels' },
  { net: 'plain', way: 'held' },
  { net: 'robust', way: 'pixels' },
  { net: 'robust', way: 'held' },
] as const;

/** A picture made for the neuron, as shown: in 16 levels of each colour, and asked about again. */
export interface Wanted {
  readonly picture: Uint8Array;
  /** What the neuron answers to it. */
  readonly activation: number;
  /** What the net calls it, and how surely; and how probable the answer is that was asked for, if one was. */
  readonly answer: number;
  readonly sure: number;
}

/** What the neuron answers to a picture that a person can name. */
export interface Known {
  readonly name: string;
  readonly activation: number;
}

/** The four pictures after as many steps, what the neuron makes of them, and which of ours it likes best. */
export interface NeuronFrame {
  readonly step: number;
  readonly wanted: readonly Wanted[];
  /** Per panel: the activation after each step so far. */
  readonly paths: readonly (readonly number[])[];
  /** Per net: our drawings or digits that excite the neuron most, the most first; and how many there are. */
  readonly known: readonly (readonly Known[])[];
  readonly among: number;
}
