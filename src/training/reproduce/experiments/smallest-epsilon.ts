import { digitRows } from '../../../data/mnist.ts';
import { fgsm } from '../../../lab/attacks/fgsm.ts';
import { rounded } from '../../../lab/oracles/rounded.ts';
import type { Experiment } from '../experiment.ts';
import { attackedRows, mistakes, unclipped } from '../attacked.ts';
import { number } from '../row.ts';

/**
 * The smallest ε on a grid of 5/255 at which the fast gradient sign method fools 90 % of the first 1,000
 * digits.
 */
export const smallestEpsilon: Experiment = {
  id: 'smallest-epsilon',
  title: 'Smallest ε at which FGSM fools 90 %',
  seed: 1,
  needs: ['lenet-d'],
  quick: true,
  run: async (lab) => {
    const net = rounded(await lab.published('lenet-d'));
    const pictures = digitRows(lab.digits, 0, 1000);
    for (let level = 5; level <= 255; level += 5) {
      const radius = level / 255;
      lab.progress(`ε = ${level}/255`);
      const { logits } = await attackedRows(net, pictures, {
        attack: fgsm,
        ball: 'linf',
        radius,
        box: unclipped,
        seed: 1,
      });
      if (mistakes(logits, pictures.labels).wrong < 900) continue;
      return [
        number('lenet-d, first 1,000 digits: ε', radius, 1000, {
          published: {
            value: 0.26,
            source: 'moosavidezfooli2016deepfool',
            status: 'C',
            comparison: 'weights',
          },
          bound: [0.22, 0.27],
          differs: 'a grid of 5/255',
        }),
      ];
    }
    return [number('lenet-d, first 1,000 digits: ε', 1, 1000, { bound: [0.22, 0.27] })];
  },
};
