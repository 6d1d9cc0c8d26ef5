import { digitAt } from '../../data/digit.ts';
import { fromLevels, toLevels } from '../../lab/eight-bits.ts';
import { clip } from '../../lab/vec.ts';
import { beside, columns, stack, wide } from '../kit/drawing/arrange.ts';
import { byStep, chart, wholes } from '../kit/drawing/charts.ts';
import {
  type Answer,
  answers,
  arrow,
  bare,
  type Description,
  heading,
  picture,
  type Piece,
  reply,
  text,
} from '../kit/drawing/pieces.ts';
import { defenceOf } from './defence.ts';
import type { SqueezedFrame } from './frame.ts';
import type { SmoothingState } from './params.ts';
import { last } from './words.ts';

const most = 85;

interface Seen {
  readonly head: string;
  readonly levels: Uint8Array;
  readonly says: number;
  readonly sure: number;
}

/** A picture, what the defence makes of it, and what the net then says. */
const pair = (state: SmoothingState, label: number, { head, levels, says, sure }: Seen): Piece => {
  const seen = toLevels(clip(defenceOf(state).apply(fromLevels(levels)), [0, 1]));
  const row = (one: Piece, other: Piece): Piece => columns([one, other], { space: 10, align: 'bottom' });
  return stack(
    [
      row(heading(head), heading('what the net sees')),
      row(
        columns([wide(most, picture({ pixels: levels, most })), arrow], { align: 'middle' }),
        picture({ pixels: seen, most }),
      ),
      row(
        text(`drawn: ${label}`, { mark: 'truth' }),
        reply(`${says}, ${bare(sure)}\u00a0%`, says !== label, { mark: 'belief', strong: true }),
      ),
    ],
    3,
  );
};

const falling = (state: SmoothingState, { labels, naive, knowing, undefended }: SqueezedFrame): Piece => {
  return chart({
    across: wholes('steps', [0, state.steps], 4),
    up: wholes(`wrong answers, of ${labels.length}`, [0, labels.length]),
    height: 190,
    lines: [
      {
        label: `no filter ${last(undefended)}`,
        points: byStep(undefended),
        tone: 'var(--quiet)',
        dash: '5 4',
      },
      {
        label: `knows ${last(knowing.wrong)}`,
        points: byStep(knowing.wrong),
        tone: 'var(--belief)',
        strong: state.attacker === 'knowing',
      },
      {
        label: `does not know ${last(naive.wrong)}`,
        points: byStep(naive.wrong),
        tone: 'var(--minus)',
        strong: state.attacker === 'naive',
      },
    ],
  });
};

const ten = (state: SmoothingState, { labels, digits, before, naive, knowing }: SqueezedFrame): Piece => {
  const said = (says: Uint8Array, attacker?: SmoothingState['attacker']): readonly Answer[] =>
    Array.from(labels.slice(0, 10), (label, i) => ({
      text: String(says[i] ?? 0),
      fooled: says[i] !== label,
      ...(attacker && {
        set: `attacker=${attacker}&digit=${i}`,
        chosen: attacker === state.attacker && i === state.digit,
      }),
    }));
  return answers({
    title: 'what the net says behind the filter',
    rows: [
      { name: 'unattacked', pictures: digits, answers: said(before.says) },
      { name: 'attacker does not know', pictures: naive.shown, answers: said(naive.says, 'naive') },
      { name: 'attacker knows', pictures: knowing.shown, answers: said(knowing.says, 'knowing') },
    ],
  });
};

/**
 * A digit and what the defence makes of it, unattacked and attacked; how many answers fall; ten digits under
 * both attackers.
 */
export const describeSqueezed = (state: SmoothingState, frame: SqueezedFrame): Description => {
  const { digit, attacker } = state;
  const label = frame.labels[digit] ?? 0;
  const { shown, says, sure } = frame[attacker];
  const pairs = stack(
    [
      pair(state, label, {
        head: 'picture',
        levels: digitAt(frame.digits, digit),
        says: frame.before.says[digit] ?? 0,
        sure: frame.before.sure[digit] ?? 0,
      }),
      pair(state, label, {
        head: attacker === 'naive' ? 'attacker does not know' : 'attacker knows',
        levels: digitAt(shown, digit),
        says: says[digit] ?? 0,
        sure: sure[digit] ?? 0,
      }),
    ],
    12,
  );
  const fall = falling(state, frame);
  return {
    title:
      'A digit before and after the filter, unattacked and attacked; how many answers each attacker makes wrong, step by step; ten digits',
    content: stack([beside([wide(320, pairs), fall], { space: 16, below: 12 }), ten(state, frame)], 16),
  };
};
