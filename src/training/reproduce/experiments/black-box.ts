import { digitSize } from '../../../data/digit.ts';
import { boundary } from '../../../lab/attacks/boundary.ts';
import { hopSkipJump } from '../../../lab/attacks/hop-skip-jump.ts';
import { nes } from '../../../lab/attacks/nes.ts';
import { simba } from '../../../lab/attacks/simba.ts';
import { square } from '../../../lab/attacks/square.ts';
import { numberAt } from '../../../lab/vec.ts';
import { attackedRows, firstCorrect, mistakes, sizesOf, type Order } from '../attacked.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { mean, median, share, type About, type Row } from '../row.ts';

const n = 20;
/** As far as the box is wide in L2: nothing limits these attacks but the questions. */
const far = Math.sqrt(digitSize);

/** One attack: how often it succeeds in pictures of 8 bits, after how many questions, and how far it goes. */
const counted = async <Options>(
  lab: Laboratory,
  name: string,
  order: Omit<Order<Options>, 'seed'>,
  about: About = {},
): Promise<readonly Row[]> => {
  const net = await lab.net('digits-lenet');
  const rows = await firstCorrect(net, lab.digits, n);
  lab.progress(name);
  const { x, logits, queries } = await attackedRows(net, rows, { ...order, seed: 1 });
  const { places } = mistakes(logits, rows.labels);
  const success = share(`${name}: success`, places.length, n, about);
  if (places.length === 0) return [success];
  const sizes = sizesOf('l2', rows.x, x, n);
  return [
    success,
    median(
      `${name}: questions, median of the successes`,
      places.map((i) => numberAt(queries, i)),
    ),
    mean(
      `${name}: L2, mean of the successes`,
      places.map((i) => numberAt(sizes, i)),
    ),
  ];
};

/** What each attack without gradients needs to leave the label of a digit, in questions and in size. */
export const blackBox: Experiment = {
  id: 'black-box',
  title: 'Questions that black-box attacks ask about digits-lenet',
  seed: 1,
  needs: [],
  quick: false,
  run: async (lab) => {
    const free = { ball: 'l2', radius: far } as const;
    const eightBits = true;
    // SimBA's bar is ours to establish.
    const bar: About = { bound: [0.95, 1] };
    return [
      ...(await counted(
        lab,
        'SimBA, single numbers, ε = 0.2, 1,500 questions',
        { ...free, attack: simba, options: { eightBits, queries: 1500 } },
        bar,
      )),
      ...(await counted(
        lab,
        'SimBA, cosines, ε = 0.2, 1,500 questions',
        { ...free, attack: simba, options: { eightBits, queries: 1500, basis: 'cosines' } },
        bar,
      )),
      ...(await counted(lab, 'Square, L∞ 0.3, 1,000 questions', {
        ball: 'linf',
        radius: 0.3,
        attack: square,
        options: { eightBits, queries: 1000 },
      })),
      ...(await counted(lab, 'Square, L2 2.5, 1,000 questions', {
        ball: 'l2',
        radius: 2.5,
        attack: square,
        options: { eightBits, queries: 1000 },
      })),
      ...(await counted(lab, 'NES, L∞ 0.3, 3,000 questions', {
        ball: 'linf',
        radius: 0.3,
        attack: nes,
        options: { eightBits, queries: 3000 },
      })),
      ...(await counted(lab, 'HopSkipJump, 10 steps', {
        ...free,
        attack: hopSkipJump,
        options: { eightBits, steps: 10 },
      })),
      ...(await counted(lab, 'Boundary attack, 2,000 steps', {
        ...free,
        attack: boundary,
        options: { eightBits, steps: 2000 },
      })),
    ];
  },
};
