import type { Outcome } from '../../lab/solve.ts';
import { argmax } from '../../lab/vec.ts';

/** One iterate of the attack as it is shown: every picture in 8 bits, and asked about again. */
export interface AttackFrame {
  /** 0 before the attack, then the number of steps made. */
  readonly step: number;
  readonly outcome: Outcome | 'running';
  /** What is attacked: our digit, the reader's, or ours because the pad is empty or holds no more than a dot. */
  readonly source: 'stroke' | 'drawn' | 'nothing-drawn' | 'dot';
  /** The digit drawn; of a drawing of which nobody has said what it is, what the net says before the attack. */
  readonly label: number;
  /** Whether a person has said that it is this digit. */
  readonly said: boolean;
  /** The label that the attack leaves or reaches. */
  readonly goal: { readonly kind: 'leave' | 'reach'; readonly label: number };
  /** 28×28 grey levels: the input, the input attacked, and the input after a random nudge with the same limit. */
  readonly picture: Uint8Array;
  readonly shown: Uint8Array;
  readonly control: Uint8Array;
  /** The ten probabilities of each of them. */
  readonly before: Float32Array;
  readonly after: Float32Array;
  readonly random: Float32Array;
  /** For each step so far, of the shown picture: cross-entropy against the goal's label in nats, and the answer. */
  readonly loss: readonly number[];
  readonly answers: readonly number[];
  /** The largest change of a pixel (0 … 1) and the length of the whole change. */
  readonly linf: number;
  readonly l2: number;
}

/** What the net says, and how surely. */
export const answerOf = (probabilities: Float32Array): { readonly digit: number; readonly probability: number } => {
  const digit = argmax(probabilities);
  return { digit, probability: probabilities[digit] ?? 0 };
};
