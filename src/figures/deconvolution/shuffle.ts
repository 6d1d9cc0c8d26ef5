import type { Vec } from '../../lab/oracle.ts';
import { random, shuffled } from '../../lab/random.ts';
import { inOrder } from '../../lab/visualise/patches.ts';
import type { Net } from '../../nets/net.ts';

const permuted = (values: Vec, seed: string): Vec => inOrder(values, shuffled(values.length, random(seed)));

/**
 * The model with the weights of its last so many layers each put into a random order: as many of each size as
 * before, and nothing left of what was learned (Adebayo et al. 2018 draw new ones).
 */
export const shuffledFromTop = (model: Net['model'], layers: number, seed: number): Net['model'] => {
  const first = model.weights.length - 2 * layers;
  return {
    ...model,
    weights: model.weights.map((values, i) => (i < first ? values : permuted(values, `${seed}/${i}`))),
  };
};
