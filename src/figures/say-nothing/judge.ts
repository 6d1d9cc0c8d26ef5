import { energy, maxSoftmax } from '../../lab/defences/score.ts';
import { auroc, thresholdFor } from '../../lab/statistics/roc.ts';
import { argmax, row } from '../../lab/vec.ts';
import { kinds, type Kind, type Shown, type SilenceFrame } from './frame.ts';
import type { SilenceState } from './params.ts';

/** One kind of picture under the score that is chosen. */
export interface Judged {
  readonly kind: Kind;
  readonly first: Uint8Array;
  readonly scores: readonly number[];
  /** Whether each one's answer, if given, would be wrong; every answer to what is no digit is. */
  readonly wrong: readonly boolean[];
}

const shownOf = (state: SilenceState, frame: SilenceFrame, kind: Kind): Shown => {
  switch (kind) {
    case 'knowing':
      return frame.knowing[state.score];
    case 'noise-knowing':
      return frame.noiseKnowing[state.score];
    default:
      return frame[kind];
  }
};

/** All kinds with their scores. */
export const judgedAll = (state: SilenceState, frame: SilenceFrame): readonly Judged[] => {
  const score = state.score === 'energy' ? energy(state.temperature) : maxSoftmax(state.temperature);
  return kinds.map((kind) => {
    const { logits, first } = shownOf(state, frame, kind);
    const rows = Array.from({ length: logits.length / 10 }, (_, i) => row(logits, i, 10));
    const digit = kind === 'digits' || kind === 'attacked' || kind === 'knowing';
    return {
      kind,
      first,
      scores: rows.map((z) => score.of(z)),
      wrong: rows.map((z, i) => !digit || argmax(z) !== frame.labels[i]),
    };
  });
};

/** The score that so many percent of the digits do not reach. */
export const thresholdOf = (judged: readonly Judged[], refused: number): number =>
  thresholdFor(judged[0]?.scores ?? [], 1 - refused / 100);

/** How many are answered, and wrongly. */
export const slipping = ({ scores, wrong }: Judged, threshold: number): number =>
  scores.filter((score, i) => score >= threshold && wrong[i] === true).length;

/** How many are refused. */
export const silent = ({ scores }: Judged, threshold: number): number =>
  scores.filter((score) => score < threshold).length;

/** How well the score tells digits from this kind: the probability that a digit scores higher. */
export const telling = (judged: readonly Judged[], { scores }: Judged): number =>
  auroc(judged[0]?.scores ?? [], scores);
