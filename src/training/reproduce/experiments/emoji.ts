import { pgd } from '../../../lab/attacks/pgd.ts';
import { balls } from '../../../lab/balls/index.ts';
import type { BallId } from '../../../lab/ball.ts';
import { unitBox } from '../../../lab/box.ts';
import type { Answers, Oracle, Vec } from '../../../lab/oracle.ts';
import { randomControl } from '../../../lab/perturbation.ts';
import { random } from '../../../lab/random.ts';
import { predictions } from '../../../lab/vec.ts';
import { emojiTrials } from '../../tasks/emoji.ts';
import type { Rows } from '../../tasks/task.ts';
import { attackedRows, correctOf, mistakes } from '../attacked.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { share, type Row } from '../row.ts';

const seed = 1;

const ids = ['emoji-cnn', 'emoji-cnn-b', 'emoji-robust'] as const;

/** How strong the attacks are; the last is of the kind and strength that emoji-robust was trained against. */
const strengths: readonly { readonly ball: BallId; readonly radius: number; readonly name: string }[] = [
  ...[1, 2, 4, 8].map((level) => ({ ball: 'linf' as const, radius: level / 255, name: `L∞ ${level}/255` })),
  { ball: 'l2', radius: 2, name: 'L2 2' },
];

const right = async (net: Answers, { x, labels }: Rows): Promise<number> =>
  labels.length - mistakes(await net.logits(x), labels).wrong;

/** What PGD of 20 steps leaves a net, and what random noise of the same size does. */
const attacked = async (lab: Laboratory, id: string, net: Oracle, rows: Rows): Promise<readonly Row[]> => {
  const found: Row[] = [];
  const n = rows.labels.length;
  for (const { ball, radius, name } of strengths) {
    const order = { attack: pgd, options: { steps: 20 }, ball, radius, seed };
    const { x, logits } = await attackedRows(net, rows, order, (done) =>
      lab.progress(`${id}, ${name}: ${done}`),
    );
    found.push(share(`${id}, PGD, ${name}: right`, n - mistakes(logits, rows.labels).wrong, n));
    const goal = { kind: 'leave', labels: rows.labels } as const;
    const problem = { oracle: net, x0: rows.x, goal, ball: balls[ball], radius, box: unitBox };
    const noise = { ...rows, x: randomControl(problem, x, random(seed)) };
    found.push(share(`${id}, noise of the same size, ${name}: right`, await right(net, noise), n));
  }
  return found;
};

/**
 * Of the pictures that both nets know, and the first no longer after an attack: how many the second no longer
 * knows.
 */
const transferred = async (from: Oracle, to: Oracle, rows: Rows, name: string): Promise<Row> => {
  const known = await correctOf(to, await correctOf(from, rows, rows.labels.length), rows.labels.length);
  const order = { attack: pgd, options: { steps: 20 }, ball: 'linf', radius: 8 / 255, seed } as const;
  const { x, logits } = await attackedRows(from, known, order);
  const wrong = (answers: Vec): readonly boolean[] =>
    Array.from(predictions(answers, from.classes), (guess, i) => guess !== known.labels[i]);
  const [made, shown] = [wrong(logits), wrong(await to.logits(x))];
  const fooled = shown.filter((_, i) => made[i]);
  return share(name, fooled.filter(Boolean).length, fooled.length);
};

/**
 * Our own nets for emoji: how well they know the sets, attacked and not. None of these numbers is published
 * elsewhere.
 */
export const emojiExperiment: Experiment = {
  id: 'emoji',
  title: 'Emoji: a set never trained on, PGD of 20 steps, transfer',
  seed,
  needs: [],
  quick: false,
  run: async (lab) => {
    const [seen, unseen] = await emojiTrials();
    const [judged, few] = lab.quick ? [96, 16] : [960, 160];
    const rows: Row[] = [];
    for (const id of ids) {
      const net = await lab.net(id);
      for (const trial of [seen, unseen]) {
        rows.push(share(`${id}, ${trial.name}: right`, await right(net, trial.rows(0, judged)), judged));
      }
      rows.push(...(await attacked(lab, id, net, seen.rows(0, few))));
    }
    for (const [from, to] of [
      ['emoji-cnn', 'emoji-cnn-b'],
      ['emoji-cnn-b', 'emoji-cnn'],
      ['emoji-cnn', 'emoji-robust'],
    ] as const) {
      const name = `made for ${from} at L∞ 8/255 and fooling it: fool ${to}`;
      lab.progress(name);
      rows.push(await transferred(await lab.net(from), await lab.net(to), seen.rows(0, few), name));
    }
    return rows;
  },
};
