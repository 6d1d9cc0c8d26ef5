import { digitRows } from '../../../data/mnist.ts';
import { fgsm } from '../../../lab/attacks/fgsm.ts';
import { sequentially } from '../../../lab/attacks/sequentially.ts';
import type { Oracle } from '../../../lab/oracle.ts';
import { ensemble, vote } from '../../../lab/oracles/ensemble.ts';
import { withGradientOf } from '../../../lab/oracles/with-gradient-of.ts';
import type { Experiment } from '../experiment.ts';
import { attackedRows, mistakes, unclipped } from '../attacked.ts';
import { layered } from '../nets.ts';
import { number, share, type About, type Row } from '../row.ts';

const source = 'goodfellow2015explaining';
const members = 12;

/**
 * Twelve nets that differ in their seeds alone, fooled together: with the gradient of all of them, and of
 * one.
 */
export const ensembleOfTwelve: Experiment = {
  id: 'ensemble-of-twelve',
  title: 'An ensemble of twelve under FGSM, unclipped',
  seed: 1,
  needs: [],
  quick: false,
  run: async (lab) => {
    const member = (seed: number): Promise<Oracle> =>
      lab.trained(layered([64, 64], seed, 4, { batch: 256, rate: 3e-3 }));
    const first = await member(1);
    const nets = [first];
    for (let seed = 2; seed <= members; seed++) nets.push(await member(seed));
    const all = ensemble(nets);
    const votes = withGradientOf(vote(nets), all);
    const pictures = digitRows(lab.digits);
    const few = digitRows(lab.digits, 0, 1000);
    const n = pictures.labels.length;
    const wrong = async (
      net: Oracle,
      known: readonly Oracle[],
      radius: number,
      rows = pictures,
    ): Promise<number> => {
      const order = {
        attack: sequentially(fgsm, known),
        ball: 'linf',
        radius,
        box: unclipped,
        seed: 1,
      } as const;
      const { logits } = await attackedRows(net, rows, order, (done) =>
        lab.progress(`ε = ${radius}: ${done} of ${n}`),
      );
      return mistakes(logits, rows.labels).wrong;
    };

    const clean = mistakes(await all.logits(pictures.x), pictures.labels).wrong;
    const rows: Row[] = [share('the ensemble: clean error', clean, n)];
    for (const radius of [0.25, 0.1]) {
      const together = await wrong(all, [all], radius);
      const throughOne = await wrong(all, [first], radius);
      const asPublished = radius === 0.25;
      const about = (value: number): About => ({
        ...(asPublished && { published: { value, n, source, status: 'C' } }),
        bound: [0.8, 1],
        differs: asPublished
          ? 'rectified layers of 64 in place of maxout'
          : 'an ε at which these nets leave room for a difference',
      });
      rows.push(
        share(`ε = ${radius}, attacked as a whole: error of the ensemble`, together, n, about(0.911)),
        share(
          `ε = ${radius}, attacked through one member: error of the ensemble`,
          throughOne,
          n,
          about(0.879),
        ),
        number(
          `ε = ${radius}: what knowing all members adds`,
          (together - throughOne) / n,
          n,
          { bound: asPublished ? [0, 0.06] : [0.01, 0.06] },
          'share',
        ),
      );
    }
    return [
      ...rows,
      share('ε = 0.1, that member under its own attack: error', await wrong(first, [first], 0.1, few), 1000),
      share('ε = 0.1, attacked through members in turn: error', await wrong(all, nets, 0.1, few), 1000),
      share(
        'ε = 0.1, voting, attacked through their mean: error',
        await wrong(votes, [votes], 0.1, few),
        1000,
      ),
    ];
  },
};
