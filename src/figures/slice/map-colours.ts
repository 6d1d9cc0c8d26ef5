import { logit } from '../../lab/softmax.ts';
/**
 * Ten colours that differ for most eyes, as red, green, blue: one for each class, in both schemes the same,
 * for they are data.
 */
export const classColours: readonly (readonly [number, number, number])[] = [
  [78, 121, 167],
  [242, 142, 43],
  [225, 87, 89],
  [118, 183, 178],
  [89, 161, 79],
  [237, 201, 72],
  [176, 122, 161],
  [255, 157, 167],
  [156, 117, 95],
  [150, 150, 150],
];

/** The confidence that has full colour. */
export const fullAt = 0.999;

/**
 * How much of its colour a place has: little where the net is torn, all of it from 99.9 % on, by the log-odds
 * between.
 */
export const strength = (confidence: number): number => {
  const p = Math.min(fullAt, Math.max(0.11, confidence));
  return 0.12 + (0.88 * (logit(p) - logit(0.11))) / (logit(fullAt) - logit(0.11));
};

/** A place of that class and confidence as red, green, blue. */
export const colourOf = (label: number, confidence: number): readonly number[] =>
  (classColours[label] ?? [0, 0, 0]).map((value) => Math.round(255 + (value - 255) * strength(confidence)));
