import { count, fixed, percentAmong, plural } from '../kit/words/format.ts';
import { withArticle as a } from '../kit/words/grammar.ts';
import type { Cell, Table } from '../kit/contract/figure.ts';
import { nameOf, type AttackFrame } from './frame.ts';
import { stepsOf } from './methods.ts';
import { netOf, saidOf } from './nets.ts';
import type { AttackState } from './params.ts';
import { percent } from './words.ts';

/** A probability for people in percent, for a file as a number from 0 to 1. */
const cell = (column: Float32Array, row: number): Cell => ({
  value: Number((column[row] ?? 0).toPrecision(6)),
  text: percentAmong(column)(column[row] ?? 0),
});

/** The probabilities before, now and under the random nudge, with the sizes in the caption. */
export const table = (state: AttackState, frame: AttackFrame): Table => {
  const { goal, before, after, random, loss, rows } = frame;
  const some =
    rows.length < before.length
      ? ` The ${rows.length} of ${count(before.length)} answers that have a bar.`
      : '';
  const when =
    frame.outcome === 'running'
      ? `at ${frame.step} of ${stepsOf(state)}`
      : `at the end, after ${frame.step} of at most ${stepsOf(state)}`;
  const spent = `${plural(frame.questions, 'question')} and ${plural(frame.gradients, 'gradient')} were asked for.`;
  return {
    caption:
      `What ${saidOf(netOf(state))} believes ${when}; the largest change of a number is ` +
      `${plural(Math.round(255 * frame.linf), 'grey level')} of 255, the length of the change (L2) ${fixed(frame.l2, 2)}, ` +
      `its sum (L1) ${fixed(frame.l1, 2)}, and ${plural(frame.changed, 'pixel is', 'pixels are')} another; ` +
      `the probability of ${a(nameOf(frame, goal.label))} is ${percent(after[goal.label] ?? 0)}, and the loss, −log of it, ` +
      `${fixed(loss.at(-1) ?? 0, 2)}. ${spent}${some}`,
    head: ['answer', 'before', 'after the attack', 'after a random nudge'],
    rows: rows.map((row) => [
      nameOf(frame, row),
      cell(before, row),
      cell(after, row),
      random === null ? null : cell(random, row),
    ]),
  };
};
