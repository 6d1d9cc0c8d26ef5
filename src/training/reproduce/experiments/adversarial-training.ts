import { digitRows } from '../../../data/mnist.ts';
import { fgsm } from '../../../lab/attacks/fgsm.ts';
import type { Adversary } from '../../recipes/recipe.ts';
import type { Experiment } from '../experiment.ts';
import { attackedRows, mistakes, unclipped } from '../attacked.ts';
import { layered } from '../nets.ts';
import { share, type Row } from '../row.ts';

const source = 'goodfellow2015explaining';

/** What training against one-step attacks buys a small layered net, as Goodfellow et al. test one. */
export const adversarialTraining: Experiment = {
  id: 'adversarial-training',
  title: 'Adversarial training',
  seed: 1,
  needs: [],
  quick: false,
  run: async (lab) => {
    const rows: Row[] = [];
    const pictures = digitRows(lab.digits);
    const n = pictures.labels.length;
    const differs = 'rectified layers of 240 in place of maxout';
    // Half of every batch under FGSM as it is judged: α = 0.5 in equation 4 of the paper.
    const adversary: Adversary = {
      ball: 'linf',
      radius: 0.25,
      steps: 1,
      stride: 1,
      warmUp: 0,
      share: 0.5,
      start: 'picture',
      box: unclipped,
    };
    const order = { attack: fgsm, ball: 'linf', radius: 0.25, box: unclipped, seed: 1 } as const;
    for (const [name, rest, published] of [
      ['plain', {}, 0.894],
      ['trained against attacks', { id: 'layered-adversarial', adversary }, 0.179],
    ] as const) {
      const net = await lab.trained(layered([240, 240], 1, 12, rest));
      const clean = mistakes(await net.logits(pictures.x), pictures.labels).wrong;
      const attacked = mistakes((await attackedRows(net, pictures, order)).logits, pictures.labels).wrong;
      rows.push(
        share(`${name}: clean error`, clean, n, { differs }),
        share(`${name}: error under FGSM, ε = 0.25`, attacked, n, {
          published: { value: published, n, source, status: 'C' },
          differs,
          bound: name === 'plain' ? [0.8, 1] : [0.05, 0.35],
        }),
      );
    }
    return rows;
  },
};
