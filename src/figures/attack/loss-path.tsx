import { logit } from '../../lab/softmax.ts';
import { line, scaleLinear } from 'd3';
import { bare, cutToWidth, type Piece, type Room, textWidth, toBaseline } from '../kit/drawing/pieces.ts';
import { count, decimal } from '../kit/words/format.ts';
import { nameOf, type AttackFrame } from './frame.ts';
import { factsOf, shares, stepsOf } from './methods.ts';
import type { AttackState } from './params.ts';
import { withArticle as a } from '../kit/words/grammar.ts';
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
  return (
    <g font-size={size} fill="var(--quiet)" style="font-variant-numeric: tabular-nums">
      <text y={size} font-weight={600} fill="var(--ink)">
        {cutToWidth(`belief in ${quoted(nameOf(frame, goal.label))}`, width / size - 1.5, 600)}, %
      </text>
      <text y={2.4 * size}>the loss is −log of this</text>
      {levels.map((p) => (
        <g key={p}>
          <path d={`M${left} ${up(logit(p))}H${right}`} stroke="var(--rule)" />
          <text x={left - 7} y={up(logit(p)) + toBaseline * size} text-anchor="end">
            {decimal(100 * p)}
          </text>
        </g>
      ))}
      <path d={`M${left} ${ceiling}V${floor}H${right}`} fill="none" stroke="var(--edge)" />
      {ends.map((step) => (
        <text key={step} x={across(step)} y={foot} text-anchor="middle">
          {at(step)}
        </text>
      ))}
      <text x={right + (0.55 + textWidth(at(steps)) / 2) * size} y={foot}>
        {word}
      </text>
      <path d={path ?? ''} fill="none" stroke="var(--belief)" stroke-width={1.75} stroke-linejoin="round" />
      {turned === undefined ? null : (
        <g fill="var(--ink)">
          <path d={`M${across(turned)} ${heights[turned] ?? floor}V${floor + 3}`} stroke="var(--edge)" />
          <text x={across(turned)} y={foot} text-anchor="middle" font-weight={600}>
            {turning}
          </text>
          <circle cx={left} cy={foot + 1.15 * size} {...ring} />
          <text x={left + 10} y={foot + 1.5 * size}>
            {a(nameOf(frame, answers[last] ?? 0))} from {word === 'asked' ? 'question' : 'step'} {turning} on
          </text>
        </g>
      )}
      <circle cx={end.x} cy={end.y} r={3.5} fill="var(--belief)" />
      {turned === undefined ? null : <circle cx={across(turned)} cy={heights[turned] ?? floor} {...ring} />}
      <text
        x={end.x + 8}
        y={Math.min(end.y + toBaseline * size, floor - 3)}
        fill="var(--ink)"
        font-weight={600}
      >
        {bare(Math.exp(-(loss[last] ?? 0)))}
      </text>
    </g>
  );
};

/**
 * The loss, step after step, read as the probability it is −log of, on a scale of log-odds; the field between
 * the axes is lower where the room is short.
 */
export const lossPath =
  (state: AttackState, frame: AttackFrame): Piece =>
  (room) => {
    const field = Math.max(60, 120 * 0.85 ** room.short);
    const { width, size } = room;
    return {
      kind: 'loss path',
      width,
      height: field + 6.1 * size,
      marks: drawn(state, frame, room, field),
    };
  };
