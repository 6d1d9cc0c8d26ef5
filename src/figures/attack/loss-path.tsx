import { line, scaleLinear } from 'd3';
import { logit } from '../../lab/softmax.ts';
import {
  bare,
  cutToWidth,
  label,
  type Piece,
  type Room,
  textWidth,
  toBaseline,
} from '../kit/drawing/pieces.ts';
import { count, decimal } from '../kit/words/format.ts';
import { withArticle as a } from '../kit/words/grammar.ts';
import { nameOf, type AttackFrame } from './frame.ts';
import { factsOf, shares, stepsOf } from './methods.ts';
import type { AttackState } from './params.ts';
import { quoted } from './words.ts';

/** Probabilities with a line of their own. */
const levels = [0.9999, 0.99, 0.5, 0.01, 0.0001];

/** Beyond 0.001 % and 99.999 % the path runs along the edge, as the numbers end there. */
const largest = logit(0.99999);

/**
 * The log-odds of the probability whose −log the loss is, without the rounding of 1 − p; within the scale.
 */
const heightOf = (loss: number): number => Math.max(-largest, Math.min(largest, -Math.log(Math.expm1(loss))));

/** The step from which on the answer was the present one, if it was another before. */
const turn = (answers: readonly number[]): number | undefined => {
  const now = answers.at(-1);
  return now === answers[0] ? undefined : answers.findLastIndex((answer) => answer !== now) + 1;
};

/** What a frame counts, and how much of it. */
const unitOf = (state: AttackState): { readonly word: string; readonly per: number } => {
  const { counts } = factsOf(state);
  if (counts === 'questions') return { word: 'asked', per: state.queries / shares };
  return { word: counts === 'searches' ? 'stages' : stepsOf(state) < 2 ? 'step' : 'steps', per: 1 };
};

const drawn = (state: AttackState, frame: AttackFrame, { width, size }: Room, height: number) => {
  const { loss, answers, goal } = frame;
  const steps = stepsOf(state);
  const { word, per } = unitOf(state);
  const at = (step: number): string => count(Math.round(step * per));
  // To the left the percentages of the scale, to the right the one reached.
  const [left, right] = [3.7 * size, width - 4.7 * size];
  const [ceiling, floor] = [3.3 * size, 3.3 * size + height];
  const across = scaleLinear([0, steps], [left, right]);
  const up = scaleLinear([-largest, largest], [floor, ceiling]);
  const heights = loss.map((value) => up(heightOf(value)));
  const path = line<number>(
    (_, step) => across(step),
    (place) => place,
  )(heights);
  const last = loss.length - 1;
  const end = { x: across(last), y: heights[last] ?? floor };
  const turned = turn(answers);
  // An attack that asks may be done before the share of questions that its last frame stands for is spent.
  const early = word === 'asked' && turned === last && frame.outcome !== 'running';
  const turning = early ? count(frame.questions) : at(turned ?? 0);
  const ring = { r: 3.5, fill: 'var(--paper)', stroke: 'var(--belief)', 'stroke-width': 1.75 } as const;
  const foot = floor + 1.3 * size;
  const ends = [0, steps].filter(
    (step) => turned === undefined || Math.abs(across(step) - across(turned)) > 1.6 * size,
  );
  const afterLast = right + (0.55 + textWidth(at(steps)) / 2) * size;
  const strong = { size, weight: 600, tone: 'var(--ink)' } as const;
  const name = cutToWidth(`belief in ${quoted(nameOf(frame, goal.label))}`, width / size - 1.5, 600);
  const became = `${a(nameOf(frame, answers[last] ?? 0))} from ${word === 'asked' ? 'question' : 'step'} ${turning} on`;
  const words = [
    label(`${name}, %`, { x: 0, y: size }, strong),
    label('the loss is −log of this', { x: 0, y: 2.4 * size }, { size }),
    ...levels.map((p) =>
      label(decimal(100 * p), { x: left - 7, y: up(logit(p)) + toBaseline * size }, { size, anchor: 'end' }),
    ),
    ...ends.map((step) => label(at(step), { x: across(step), y: foot }, { size, anchor: 'middle' })),
    label(word, { x: Math.min(afterLast, width - size * textWidth(word)), y: foot }, { size }),
    ...(turned === undefined
      ? []
      : [
          label(turning, { x: across(turned), y: foot }, { ...strong, anchor: 'middle' }),
          label(became, { x: left + 10, y: foot + 1.5 * size }, { size, tone: 'var(--ink)' }),
        ]),
    label(
      bare(Math.exp(-(loss[last] ?? 0))),
      { x: end.x + 8, y: Math.min(end.y + toBaseline * size, floor - 3) },
      strong,
    ),
  ];
  const marks = (
    <g>
      {levels.map((p) => (
        <path key={p} d={`M${left} ${up(logit(p))}H${right}`} stroke="var(--rule)" />
      ))}
      <path d={`M${left} ${ceiling}V${floor}H${right}`} fill="none" stroke="var(--edge)" />
      <path d={path ?? ''} fill="none" stroke="var(--belief)" stroke-width={1.75} stroke-linejoin="round" />
      {turned === undefined ? null : (
        <>
          <path d={`M${across(turned)} ${heights[turned] ?? floor}V${floor + 3}`} stroke="var(--edge)" />
          <circle cx={left} cy={foot + 1.15 * size} {...ring} />
        </>
      )}
      <circle cx={end.x} cy={end.y} r={3.5} fill="var(--belief)" />
      {turned === undefined ? null : <circle cx={across(turned)} cy={heights[turned] ?? floor} {...ring} />}
    </g>
  );
  return { marks, parts: words };
};

/**
 * The loss, step after step, read as the probability it is −log of, on a scale of log-odds; the field between
 * the axes is lower where the room is short.
 */
export const lossPath =
  (state: AttackState, frame: AttackFrame): Piece =>
  (room) => {
    const { width, size } = room;
    // Its five levels have room for their numbers.
    const field = Math.max(5 * size, 120 * 0.85 ** room.short);
    return {
      kind: 'loss path',
      width,
      height: field + 6.3 * size,
      ...drawn(state, frame, room, field),
    };
  };
