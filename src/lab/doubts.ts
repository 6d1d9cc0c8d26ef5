import type { Oracle, Vec } from './oracle.ts';
import { length, predictions, row, subtract, zeroShare } from './vec.ts';

/** How often something is so among so many pictures. */
const howMany = (count: number, n: number): string =>
  count === n ? (n === 1 ? 'the picture' : `all ${n} pictures`) : `${count} of ${n} pictures`;

/** From this share of the pictures on, a lack of gradients is worth a word. */
const worthSaying = 0.1;

/** Answers that differ by more than this share of their length are not the same but for rounding. */
const sameWithin = 1e-4;

/** In how many rows the second answers differ from the first. */
const differing = (first: Vec, second: Vec, classes: number): number => {
  const [before, after] = [predictions(first, classes), predictions(second, classes)];
  return before.reduce((count, guess, i) => {
    const z = row(first, i, classes);
    const apart = length(subtract(z, row(second, i, classes)));
    return count + (guess !== after[i] || !(apart <= sameWithin * length(z)) ? 1 : 0);
  }, 0);
};

/** Whether a row is a distribution: numbers from 0 to 1 whose sum is 1. */
const isDistribution = (z: Vec): boolean =>
  z.every((value) => value >= -1e-5 && value <= 1 + 1e-5) &&
  Math.abs(z.reduce((sum, value) => sum + value, 0) - 1) < 1e-4;

/** In how many rows a gradient is zero, or not finite, in every number. */
const blind = (gradient: Vec, dimension: number): number =>
  zeroShare(gradient, dimension).filter((share) => share === 1).length;

/**
 * Why an evaluation of this network by attacks with gradients cannot be trusted, a sentence for each reason;
 * none where nothing speaks against it, which proves nothing either. After the checks of AutoAttack (Croce
 * and Hein 2020): asks twice for the answers to these n pictures (n·dimension numbers, with their n labels),
 * and for two gradients.
 */
export const doubtsBefore = async (
  oracle: Oracle,
  x: Vec,
  labels: Int32Array,
): Promise<readonly string[]> => {
  const { classes, dimension } = oracle;
  const n = labels.length;
  const logits = await oracle.logits(x);
  const rows = Array.from(labels, (_, i) => row(logits, i, classes));
  const random = differing(logits, await oracle.logits(x), classes);
  const equal = rows.filter((z) => z.every((value) => value === z[0])).length;
  const { gradient: ofLoss } = await oracle.loss(x, labels);
  const { gradient: ofLogit } = await oracle.pullback(x, (z, from) => {
    const weights = new Float32Array(z.length);
    for (let i = 0; i * classes < z.length; i++) weights[i * classes + labels[from + i]] = 1;
    return weights;
  });
  const [lossless, flat] = [blind(ofLoss, dimension), blind(ofLogit, dimension)];
  return [
    random > 0 &&
      `Asked twice, the network answers differently about ${howMany(random, n)}: its answers are random, and steps along one of its gradients may lead nowhere. Attack the average of many answers.`,
    equal > 0 &&
      `About ${howMany(equal, n)} the network gives every class the same value: there is nothing to attack.`,
    rows.every(isDistribution) &&
      classes > 1 &&
      'The network’s answers are probabilities. The losses need logits, the values before the softmax: take these.',
    classes < 4 &&
      `The network has ${classes} classes, and the ratio of logits that APGD-T raises compares four: that part is not what it should be.`,
    flat >= worthSaying * n
      ? `The gradient is zero for ${howMany(flat, n)}: attacks that follow gradients are blind there.`
      : lossless >= worthSaying * n &&
        `The gradient of the cross-entropy is zero for ${howMany(lossless, n)}: where the network is that sure, attacks by the cross-entropy are blind.`,
  ].filter((doubt) => doubt !== false);
};

/** The share of pictures from which on it is no accident that questions find more than gradients. */
const byAccident = 0.002;

/**
 * Why an evaluation by attacks one after the other cannot be trusted, from which of them reached each row's
 * goal: one that sees no gradients found what those that do had not.
 */
export const doubtsAfter = (
  by: readonly (string | undefined)[],
  withoutGradients: readonly string[],
): readonly string[] => {
  const found = by.filter((name) => name !== undefined && withoutGradients.includes(name)).length;
  if (found <= byAccident * by.length) return [];
  return [
    `An attack that sees no gradients fooled the network about ${howMany(found, by.length)} at which all those with gradients had failed: its gradients seem to be hidden, and more questions may find more.`,
  ];
};
