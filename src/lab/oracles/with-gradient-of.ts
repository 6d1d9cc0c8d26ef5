import type { Answers, Oracle } from '../oracle.ts';
import { crossEntropy } from '../softmax.ts';

/**
 * A model that cannot be differentiated, attacked with the gradients of a stand-in that can: forward through
 * the one, backward through the other (Athalye et al. 2018, section 4.1). Every answer is the model's own.
 */
export const withGradientOf = (answers: Answers, standIn: Oracle): Oracle => ({
  dimension: answers.dimension,
  classes: answers.classes,
  logits: answers.logits,
  pullback: async (x, weigh) => ({
    logits: await answers.logits(x),
    gradient: (await standIn.pullback(x, weigh)).gradient,
  }),
  jacobian: async (x) => ({
    logits: await answers.logits(x),
    jacobian: (await standIn.jacobian(x)).jacobian,
  }),
  loss: async (x, labels) => {
    const logits = await answers.logits(x);
    const { gradient } = await standIn.loss(x, labels);
    return { logits, gradient, loss: crossEntropy(logits, labels, answers.classes) };
  },
});
