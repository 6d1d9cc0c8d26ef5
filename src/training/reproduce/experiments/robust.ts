import { digitRows } from '../../../data/mnist.ts';
import { pgd, type PgdOptions } from '../../../lab/attacks/pgd.ts';
import { attackedRows, mistakes } from '../attacked.ts';
import type { Experiment } from '../experiment.ts';
import { share, type About, type Row } from '../row.ts';

const epsilon = 0.3;
/** 0.01, as Madry et al. step. */
const stride = 0.01 / epsilon;
const smaller = 'a net of a thirteenth of the size, on 1,000 digits';

const published = (value: number | string, differs = smaller): About => ({
  published: { value, source: 'madry2018towards', status: 'C' },
  band: [0.85, 1],
  differs,
});

const both = (a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> =>
  new Set([...a].filter((i) => b.has(i)));

/**
 * Our robust net on the first 1,000 digits, against attacks of different kinds: if it only hid its gradients, those with momentum, with
 * large steps, with one target after the other, or made on another net would do better than the plain one.
 */
export const robust: Experiment = {
  id: 'robust',
  title: 'The robust net under PGD, ε = 0.3',
  seed: 1,
  needs: [],
  quick: true,
  run: async (lab) => {
    const net = await lab.net('digits-robust');
    const { x, labels } = digitRows(lab.digits, 0, lab.quick ? 200 : 1000);
    const n = labels.length;
    /** The places of the digits that are still read rightly after an attack from each of the seeds. */
    const survivors = async (
      name: string,
      options: Partial<PgdOptions>,
      { seeds = [1], shift = 0, source = net } = {},
    ): Promise<ReadonlySet<number>> => {
      let left: ReadonlySet<number> = new Set(labels.keys());
      for (const seed of seeds) {
        const order = {
          attack: pgd,
          options: { steps: 40, stride, randomStart: true, ...options },
          ball: 'linf',
          radius: epsilon,
          seed,
          ...(shift > 0 && { targets: labels.map((label) => (label + shift) % 10) }),
        } as const;
        const attacked = await attackedRows(source, { x, labels }, order, (done) =>
          lab.progress(`${name}, seed ${seed}: ${done} of ${n}`),
        );
        const logits = source === net ? attacked.logits : await net.logits(attacked.x);
        const wrong = new Set(mistakes(logits, labels).places);
        left = new Set([...left].filter((i) => !wrong.has(i)));
      }
      return left;
    };
    const line = (name: string, left: number, about: About): Row => share(`digits-robust: ${name}`, left, n, about);

    const clean = n - mistakes(await net.logits(x), labels).wrong;
    const once = await survivors('PGD 40', {});
    const rows = [
      line('clean accuracy', clean, { ...published(0.988), band: [0.97, 1] }),
      line('accuracy under PGD 40', once.size, published(0.932)),
    ];
    if (lab.quick) return rows;

    const five = both(once, await survivors('PGD 40', {}, { seeds: [2, 3, 4, 5] }));
    const long = await survivors('PGD 100', { steps: 100 });
    const momentum = await survivors('momentum', { momentum: 1 });
    const coarse = await survivors('large steps', { stride: 1 / 4, momentum: 1 });
    let targeted = once;
    for (let shift = 1; shift < 10; shift++) {
      targeted = both(targeted, await survivors(`label + ${shift}`, {}, { shift }));
    }
    const foreign = await survivors('on digits-lenet', {}, { source: await lab.net('digits-lenet') });
    const worst = [five, long, momentum, coarse, targeted, foreign].reduce(both);
    return [
      ...rows,
      line(
        'accuracy under PGD 40 × 5',
        five.size,
        published('93.2 to 90.4 %', `${smaller}; theirs is for × 1 and × 20`),
      ),
      line('accuracy under PGD 100', long.size, published(0.918)),
      line('accuracy under PGD 40 with momentum', momentum.size, { band: [0.85, 1] }),
      line('accuracy under PGD 40 with momentum, steps of 0.075', coarse.size, { band: [0.85, 1] }),
      line(
        'accuracy under PGD 40, then towards each other label',
        targeted.size,
        published(0.927, `${smaller}, all targets`),
      ),
      line('accuracy under what fools digits-lenet', foreign.size, { band: [five.size / n, 1] }),
      line('accuracy under the worst of all these', worst.size, {}),
    ];
  },
};
