import type { Vec } from '../../lab/oracle.ts';
import { random } from '../../lab/random.ts';
import type { Net } from '../../nets/net.ts';

const permuted = (values: Vec, seed: string): Vec => {
  const { integer } = random(seed);
  const out = values.slice();
  for (let i = out.length - 1; i > 0; i--) {
    const j = integer(i + 1);
    [out[i], out[j]] = [out[j] as number, out[i] as number];
  }
  return out;
};

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
