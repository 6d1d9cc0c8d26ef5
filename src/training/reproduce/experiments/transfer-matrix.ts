import { digitRows } from '../../../data/mnist.ts';
import { pgd } from '../../../lab/attacks/pgd.ts';
import { linf } from '../../../lab/balls/linf.ts';
import { unitBox } from '../../../lab/box.ts';
import type { Oracle, Vec } from '../../../lab/oracle.ts';
import { randomControl } from '../../../lab/perturbation.ts';
import { random } from '../../../lab/random.ts';
import type { NetId } from '../../../nets/net.ts';
import type { Experiment } from '../experiment.ts';
import { attackedRows, mistakes } from '../attacked.ts';
import { share, type Row } from '../row.ts';

const radius = 0.2;
const ids: readonly NetId[] = [
  'digits-softmax',
  'digits-mlp',
  'digits-lenet',
  'digits-allconv',
  'digits-noise',
  'digits-robust',
];
const hardened: readonly NetId[] = ['digits-noise', 'digits-robust'];

/**
 * What is made to fool one of our nets of digits, shown to all of them; beside it random noise of the same
 * size.
 */
export const transferMatrix: Experiment = {
  id: 'transfer-matrix',
  title: 'Transfer between nets: PGD, 20 steps, ε = 0.2',
  seed: 1,
  needs: [],
  quick: true,
  run: async (lab) => {
    const kept = lab.quick ? ids.slice(0, 2) : ids;
    const n = lab.quick ? 200 : 500;
    const pictures = digitRows(lab.digits, 0, n);
    const nets = new Map<NetId, Oracle>();
    for (const id of kept) nets.set(id, await lab.net(id));
    const rows: Row[] = [];
    const shownTo = async (
      made: string,
      x: Vec,
      bound: (id: NetId) => [number, number] | undefined,
    ): Promise<void> => {
      for (const [id, net] of nets) {
        const { wrong } = mistakes(await net.logits(x), pictures.labels);
        rows.push(share(`${made} → ${id}: error`, wrong, n, { bound: bound(id) }));
      }
    };

    let attacked: Vec = pictures.x;
    for (const [from, net] of nets) {
      lab.progress(`made for ${from}`);
      const order = {
        attack: pgd,
        options: { steps: 20, randomStart: true },
        ball: 'linf',
        radius,
        seed: 1,
      } as const;
      attacked = (await attackedRows(net, pictures, order)).x;
      // A net trained against attacks or noise may withstand its own; every other must fall to them.
      await shownTo(from, attacked, (id) => (id === from && !hardened.includes(id) ? [0.9, 1] : undefined));
    }
    const goal = { kind: 'leave', labels: pictures.labels } as const;
    const oracle = await lab.net('digits-softmax');
    const problem = { oracle, x0: pictures.x, goal, ball: linf, radius, box: unitBox };
    await shownTo('random signs', randomControl(problem, attacked, random(1)), () => [0, 0.2]);
    return rows;
  },
};
