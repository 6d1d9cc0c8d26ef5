import { digitRows } from '../../../data/mnist.ts';
import { pgd, type PgdOptions } from '../../../lab/attacks/pgd.ts';
import { attackedRows, both, mistakes, survivors, targetedSurvivors } from '../attacked.ts';
import type { Experiment } from '../experiment.ts';
import { share, type About, type Row } from '../row.ts';

const epsilon = 0.3;
/** 0.01, as Madry et al. step. */
const stride = 0.01 / epsilon;
const smaller = 'a net of a thirteenth of the size, on 1,000 digits';

const published = (
  told: Pick<NonNullable<About['published']>, 'value' | 'range' | 'n'>,
  differs = smaller,
): About => ({
  published: { ...told, source: 'madry2018towards', status: 'C' },
  bound: [0.85, 1],
  differs,
});

/**
 * Our robust net on the first 1,000 digits, against attacks of different kinds: if it only hid its gradients,
 * those with momentum, with large steps, with one target after the other, or made on another net would do
 * better than the plain one.
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
    const told = (name: string) => (done: number) => lab.progress(`${name}: ${done} of ${n}`);
    const order = (options: Partial<PgdOptions> = {}) =>
      ({
        attack: pgd,
        options: { steps: 40, stride, randomStart: true, ...options },
        ball: 'linf',
        radius: epsilon,
      }) as const;
    const after = (
      name: string,
      options: Partial<PgdOptions> = {},
      seeds = [1],
    ): Promise<ReadonlySet<number>> => survivors(net, { x, labels }, order(options), seeds, told(name));
    const line = (name: string, left: number, about: About): Row =>
      share(`digits-robust: ${name}`, left, n, about);

    const clean = n - mistakes(await net.logits(x), labels).wrong;
    const once = await after('PGD 40');
    const rows = [
      line('clean accuracy', clean, { ...published({ value: 0.988, n: 10_000 }), bound: [0.97, 1] }),
      line('accuracy under PGD 40', once.size, published({ value: 0.932, n: 10_000 })),
    ];
    if (lab.quick) return rows;

    const five = both(once, await after('PGD 40, again', {}, [2, 3, 4, 5]));
    const long = await after('PGD 100', { steps: 100 });
    const momentum = await after('momentum', { momentum: 1 });
    const coarse = await after('large steps', { stride: 1 / 4, momentum: 1 });
    const targeted = both(
      once,
      await targetedSurvivors(net, { x, labels }, order(), told('towards each label')),
    );
    const lenet = await lab.net('digits-lenet');
    const made = await attackedRows(lenet, { x, labels }, { ...order(), seed: 1 }, told('on digits-lenet'));
    const fooled = new Set(mistakes(await net.logits(made.x), labels).places);
    const foreign = new Set([...labels.keys()].filter((i) => !fooled.has(i)));
    const worst = [five, long, momentum, coarse, targeted, foreign].reduce(both);
    return [
      ...rows,
      line(
        'accuracy under PGD 40 × 5',
        five.size,
        published(
          { value: '93.2 to 90.4 %', range: [0.904, 0.932] },
          `${smaller}; theirs is for × 1 and × 20`,
        ),
      ),
      line('accuracy under PGD 100', long.size, published({ value: 0.918, n: 10_000 })),
      line('accuracy under PGD 40 with momentum', momentum.size, { bound: [0.85, 1] }),
      line('accuracy under PGD 40 with momentum, steps of 0.075', coarse.size, { bound: [0.85, 1] }),
      line(
        'accuracy under PGD 40, then towards each other label',
        targeted.size,
        published({ value: 0.927, n: 10_000 }, `${smaller}, all targets`),
      ),
      line('accuracy under what fools digits-lenet', foreign.size, { bound: [five.size / n, 1] }),
      line('accuracy under the worst of all these', worst.size, {}),
    ];
  },
};
