import { carliniWagner } from '../../../lab/attacks/carlini-wagner.ts';
import { ddn } from '../../../lab/attacks/ddn.ts';
import { deepfool } from '../../../lab/attacks/deepfool.ts';
import { szegedy } from '../../../lab/attacks/szegedy.ts';
import type { Attack } from '../../../lab/attack.ts';
import { l2 } from '../../../lab/balls/l2.ts';
import { unitBox } from '../../../lab/box.ts';
import { toEightBits } from '../../../lab/eight-bits.ts';
import type { Vec } from '../../../lab/oracle.ts';
import { counted } from '../../../lab/oracles/counted.ts';
import { row, subtract } from '../../../lab/vec.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { attackedRows, firstCorrect, mistakes } from '../attacked.ts';
import { mean, number, share, type About, type Row } from '../row.ts';

const n = 20;

/** An attack on the first 20 digits that lenet-f gets right: how far, how often, and what it cost. */
const measured = async <Options extends object>(
  lab: Laboratory,
  attack: Attack<Options>,
  options: Partial<Options>,
  about: About = {},
) => {
  const net = await lab.published('lenet-f');
  const pictures = await firstCorrect(net, lab.digits, n);
  const { oracle, counts } = counted(net);
  lab.progress(attack.title);
  const { x } = await attackedRows(oracle, pictures, { attack, options, ball: 'l2', radius: 100, seed: 1 });
  const sizes = (moved: Vec): readonly number[] =>
    Array.from(pictures.labels.keys(), (i) =>
      l2.size(subtract(row(moved, i, net.dimension), row(pictures.x, i, net.dimension))),
    );
  const fooled = async (moved: Vec): Promise<number> =>
    mistakes(await net.logits(moved), pictures.labels).wrong;
  const gradients = counts().gradients / n;
  const { title } = attack;
  const rows: readonly Row[] = [
    mean(`${title}: mean L2`, sizes(x), about),
    share(`${title}: success`, await fooled(x), n, { bound: [1, 1] }),
    number(`${title}: gradients a picture`, gradients, n),
  ];
  const rounded = toEightBits(x, unitBox, pictures.x);
  const shown = [
    share(`${title}, rounded to 8 bits: success`, await fooled(rounded), n),
    mean(`${title}, rounded to 8 bits: mean L2`, sizes(rounded)),
  ];
  return { rows, shown, gradients };
};

/**
 * How small a perturbation the attacks find that seek the smallest, on the first 20 digits that lenet-f gets
 * right.
 */
export const minimumL2: Experiment = {
  id: 'minimum-l2',
  title: 'The smallest perturbation in L2 on lenet-f',
  seed: 1,
  needs: ['lenet-f'],
  quick: true,
  run: async (lab) => {
    const bound: [number, number] = [1, 1.38];
    const fast = await measured(
      lab,
      ddn,
      { steps: 100 },
      { published: { value: 1.372, status: 'M' }, bound },
    );
    if (lab.quick) return [...fast.rows, ...fast.shown];

    const eightBits = { eightBits: true };
    const limits = { bound };
    const fastShown = await measured(lab, ddn, { steps: 100, ...eightBits }, limits);
    const schedule = { searches: 9, steps: 1000, rate: 0.01, c: 1e-3 };
    const slow = await measured(lab, carliniWagner, schedule, {
      published: { value: 1.36, source: carliniWagner.source, status: 'C' },
      bound,
      differs:
        'their own net, the nearest of nine targets; on these weights and pictures a reference reaches 1.371',
    });
    const slowShown = await measured(lab, carliniWagner, eightBits, {
      bound: [1, 1.4],
      differs: '9 × 400 steps, from c = 1',
    });
    const oldest = await measured(lab, szegedy, {}, limits);
    const nearest = await measured(
      lab,
      deepfool,
      {},
      { published: { value: 1.493, status: 'M' }, bound: [1.45, 1.51] },
    );
    const named = (rows: readonly Row[]): readonly Row[] =>
      rows.map((each) => ({ ...each, name: each.name.replace(':', ', sought in 8 bits:') }));
    return [
      ...fast.rows,
      ...fast.shown,
      ...named(fastShown.rows),
      ...slow.rows,
      ...slow.shown,
      ...named(slowShown.rows),
      number(`gradients: ${carliniWagner.title} : ${ddn.title}`, slow.gradients / fast.gradients, n, {
        published: { value: 75, status: 'M', comparison: 'other' },
        bound: [20, 120],
        differs: 'the reference is a ratio of seconds, at the same 9 × 1000 steps, of which both stop early',
      }),
      ...oldest.rows,
      ...nearest.rows,
    ];
  },
};
