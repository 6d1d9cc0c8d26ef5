import { digitRows } from '../../../data/mnist.ts';
import { fgsm } from '../../../lab/attacks/fgsm.ts';
import { pgd } from '../../../lab/attacks/pgd.ts';
import type { Experiment } from '../experiment.ts';
import { attackedRows, mistakes, unclipped } from '../attacked.ts';
import { layered } from '../nets.ts';
import { share, type Row } from '../row.ts';

const source = 'goodfellow2015explaining';

/** What training against attacks buys: a small layered net as Goodfellow et al. test one, and our net against PGD as Madry et al. do. */
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
    const adversary = { ball: 'linf', radius: 0.25, steps: 1, stride: 1.25, warmUp: 0.2 } as const;
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
          published: { value: published, source, status: 'C' },
          differs,
          band: name === 'plain' ? [0.8, 1] : [0.05, 0.35],
        }),
      );
    }

    const robust = await lab.net('digits-robust');
    const first = digitRows(lab.digits, 0, 1000);
    const right = mistakes(await robust.logits(first.x), first.labels).wrong;
    rows.push(
      share('digits-robust: clean accuracy', 1000 - right, 1000, {
        published: { value: 0.988, source: 'madry2018towards', status: 'C' },
        band: [0.97, 1],
      }),
    );
    const survived = new Set(first.labels.keys());
    for (let restart = 1; restart <= 5; restart++) {
      const attack = { attack: pgd, options: { steps: 40, stride: 1 / 30, randomStart: true }, ball: 'linf' } as const;
      const { logits } = await attackedRows(robust, first, { ...attack, radius: 0.3, seed: restart }, (done) =>
        lab.progress(`digits-robust, restart ${restart}: ${done}`),
      );
      for (const i of mistakes(logits, first.labels).places) survived.delete(i);
      if (restart > 1 && restart < 5) continue;
      rows.push(
        share(`digits-robust: accuracy under PGD 40 × ${restart}, ε = 0.3`, survived.size, 1000, {
          published: { value: restart === 1 ? 0.932 : '93.2 to 90.4 %', source: 'madry2018towards', status: 'C' },
          band: [0.85, 1],
          differs: 'a net of a thirteenth of the size; published for 1 and 20 restarts',
        }),
      );
    }
    return rows;
  },
};
