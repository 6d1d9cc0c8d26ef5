import { digitRows } from '../../../data/mnist.ts';
import { fgsm } from '../../../lab/attacks/fgsm.ts';
import { sequentially } from '../../../lab/attacks/sequentially.ts';
import type { Oracle } from '../../../lab/oracle.ts';
import { ensemble, vote } from '../../../lab/oracles/ensemble.ts';
import { withGradientOf } from '../../../lab/oracles/with-gradient-of.ts';
import type { Experiment } from '../experiment.ts';
import { attackedRows, mistakes, unclipped } from '../attacked.ts';
import { layered } from '../nets.ts';
import { number, share } from '../row.ts';

const source = 'goodfellow2015explaining';
const members = 12;

/** Twelve nets that differ in their seeds alone, fooled together: with the gradient of all of them, and of one. */
export const ensembleOfTwelve: Experiment = {
  id: 'ensemble-of-twelve',
  title: 'An ensemble of twelve under FGSM, ε = 0.25, unclipped',
  seed: 1,
  needs: [],
  quick: false,
  run: async (lab) => {
    const nets: Oracle[] = [];
    for (let seed = 1; seed <= members; seed++) nets.push(await lab.trained(layered([64, 64], seed, 4)));
    const [first] = nets as [Oracle];
    const all = ensemble(nets);
    const pictures = digitRows(lab.digits);
    const n = pictures.labels.length;
    const order = { ball: 'linf', radius: 0.25, box: unclipped, seed: 1 } as const;
    const progress = (done: number): void => lab.progress(`${done} of ${n}`);
    const wrong = async (net: Oracle, known: readonly Oracle[], rows = pictures): Promise<number> => {
      const attack = sequentially(fgsm, known);
      return mistakes((await attackedRows(net, rows, { ...order, attack }, progress)).logits, rows.labels).wrong;
    };

    const differs = 'rectified layers of 64 in place of maxout';
    const votes = withGradientOf(vote(nets), all);
    const few = digitRows(lab.digits, 0, 1000);
    const clean = mistakes(await all.logits(pictures.x), pictures.labels).wrong;
    const together = await wrong(all, [all]);
    const throughOne = await wrong(all, [first]);
    return [
      share('the ensemble: clean error', clean, n, { differs }),
      share('the ensemble, attacked as a whole: error', together, n, {
        published: { value: 0.911, source, status: 'C' },
        band: [0.8, 1],
        differs,
      }),
      share('the ensemble, attacked through one member: error', throughOne, n, {
        published: { value: 0.879, source, status: 'C' },
        band: [0.8, 1],
        differs,
      }),
      number('what knowing all members adds', (together - throughOne) / n, n, { band: [0.01, 0.06], differs }, 'share'),
      share('that member alone, under the same attack: error', await wrong(first, [first]), n, { differs }),
      share('the twelve voting, attacked with the gradient of their mean: error', await wrong(votes, [votes]), n),
      share('the ensemble, attacked through its members in turn: error', await wrong(all, nets, few), 1000),
    ];
  },
};
