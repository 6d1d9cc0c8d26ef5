import { logit } from '../../lab/softmax.ts';
import { decimal } from '../kit/words/format.ts';
import { columns, fromWidth, gap, stack, wide } from '../kit/drawing/arrange.ts';
import { linear, type Quantity, type Tick, tickRow } from '../kit/drawing/charts.ts';
import { heading, picture, type Piece, plot, table, text, type Tone } from '../kit/drawing/pieces.ts';
import type { Kind } from './frame.ts';
import { silent, slipping, type Judged } from './judge.ts';
import type { SilenceState } from './params.ts';
import { intervalOf, kindNames } from './words.ts';

export const tones: Readonly<Record<Kind, Tone>> = {
  digits: 'truth',
  noise: 'quiet',
  evolved: 'accent',
  attacked: 'minus',
  knowing: 'belief',
  'noise-knowing': 'plus',
};

/** Log-odds of some probabilities, with how they are written. */
const levels = [0.1, 0.2, 0.5, 0.8, 0.9, 0.99, 0.999, 0.9999, 0.99999, 0.999999].map((p) => ({
  value: logit(p),
  text: decimal(100 * p, 4),
}));

const scaleOf = (state: SilenceState, all: readonly Judged[]): Quantity => {
  const values = all.flatMap(({ scores }) => scores);
  const domain = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))] as const;
  if (state.score === 'energy')
    return linear('minus the energy: the logarithm of the sum of all exponentiated logits', domain);
  const even = linear(
    'largest probability, % (log-odds: from 90 to 99 is about as far as from\u00a099 to\u00a099.9)',
    domain,
  );
  const ticks: Tick[] = [];
  for (const one of levels.filter(({ value }) => value >= domain[0] && value <= domain[1]))
    if (one.value - (ticks.at(-1)?.value ?? -Infinity) >= (domain[1] - domain[0]) / 6) ticks.push(one);
  return { ...even, ticks };
};

interface Verdict {
  readonly said: string;
  /** What is added where there is room. */
  readonly more: string;
  readonly interval: string;
}

const end = (content: string, tone: Tone): Piece => text(content, { tone, align: 'end' });

/** A picture, its name, a strip and what comes of it, beside one another or the strip below the words. */
const row = (image: Piece, name: Piece, strip: Piece, verdict?: Verdict): Piece =>
  fromWidth(
    600,
    columns(
      [
        wide(28, image),
        wide({ ems: 12 }, name),
        strip,
        wide(
          { ems: 11 },
          stack(verdict ? [end(verdict.said + verdict.more, 'ink'), end(verdict.interval, 'quiet')] : []),
        ),
      ],
      { space: 8, align: 'middle' },
    ),
    stack([
      table([[name, ...(verdict ? [end(`${verdict.said},`, 'ink'), end(verdict.interval, 'quiet')] : [])]], {
        space: 4,
      }),
      columns([wide(28, image), strip], { space: 8, align: 'middle' }),
    ]),
  );

/** Where a score stands across a strip. */
const across = (scale: Quantity, score: number, width: number): number =>
  8 + scale.place(score) * (width - 16);

/** Every picture of a kind as a dot at its score, hollow below the threshold. */
const dots = ({ kind, scores }: Judged, threshold: number, scale: Quantity): Piece =>
  plot('strip', 40, ({ width, height }) => {
    const at = (score: number): number => across(scale, score, width);
    const tone = `var(--${tones[kind]})`;
    return (
      <>
        {scale.ticks.map(({ value, text: written }) => (
          <path key={written} d={`M${at(value)} 0V${height}`} stroke="var(--rule)" />
        ))}
        {scores.map((score, k) => (
          <circle
            key={k}
            cx={at(score)}
            cy={height / 2 + (((k % 5) - 2) * height) / 10}
            r={2.5}
            fill={score < threshold ? 'none' : tone}
            stroke={tone}
          />
        ))}
        <path
          d={`M${at(threshold)} 0V${height}`}
          stroke="var(--ink)"
          stroke-width={1.5}
          stroke-dasharray="4 3"
          stroke-dashoffset={1}
        />
      </>
    );
  });

const verdictOf = (one: Judged, threshold: number): Verdict => {
  const n = one.scores.length;
  const interval = intervalOf(one, threshold);
  return one.kind === 'digits'
    ? { said: `${silent(one, threshold)} of ${n} refused`, more: '', interval }
    : { said: `${slipping(one, threshold)} of ${n} slip`, more: ' through', interval };
};

/** Every picture as a dot on the scale of the score, kind by kind, with the threshold. */
export const strips = (state: SilenceState, all: readonly Judged[], threshold: number): Piece => {
  const scale = scaleOf(state, all);
  const none = gap(0);
  return stack([
    row(none, none, text('refused (hollow) ← dashed line → answered')),
    ...all.map((one) =>
      row(
        picture({ pixels: one.first }),
        heading(kindNames[one.kind], { tone: tones[one.kind] }),
        dots(one, threshold, scale),
        verdictOf(one, threshold),
      ),
    ),
    row(
      none,
      none,
      tickRow(scale.ticks, (score, width) => across(scale, score, width)),
    ),
    text(scale.name, { align: 'middle' }),
  ]);
};
