import { digitAt } from '../../data/digit.ts';
import { highestRadius } from '../../lab/defences/smoothing.ts';
import measured from '../../../content/results/reproduction/certificates.json' with { type: 'json' };
import { beside, columns, stack, wide } from '../kit/drawing/arrange.ts';
import { chart, type Line, linear, type Point, shares, upright } from '../kit/drawing/charts.ts';
import {
  answers,
  type Description,
  heading,
  picture,
  type Piece,
  plot,
  text,
} from '../kit/drawing/pieces.ts';
import { count, fixed } from '../kit/words/format.ts';
import type { CertifiedFrame } from './frame.ts';
import { alpha, type SmoothingState } from './params.ts';
import { ceilingOf, certifiedRight } from './words.ts';

const classes = 10;
const most = 85;

/** The share of MNIST digits that were certified to each radius, by experiment, under σ = ½ or twice that. */
const reference = (sigma: number): Line => {
  const noise = sigma === 1 ? ', σ = 1' : '';
  const rows = measured.rows.flatMap((row) => {
    const [, radius, after] = /^certified accuracy at L2 = ([\d.]+)(.*)$/.exec(row.name) ?? [];
    return radius === undefined || after !== noise ? [] : [{ ...row, radius: Number(radius) }];
  });
  return {
    label: `MNIST, ${sigma === 1 || sigma === 0.5 ? (rows[0]?.n ?? 0) : 'σ ½'}`,
    points: rows.map(({ radius, value, interval }) => ({
      x: radius,
      y: value,
      low: interval?.[0] ?? value,
      high: interval?.[1] ?? value,
    })),
    tone: 'var(--quiet)',
    dots: true,
  };
};

/**
 * The share of the digits that are right and certified to each radius: a stair that goes down at every one's
 * radius.
 */
const stair = (frame: CertifiedFrame, end: number): readonly Point[] => {
  const radii = certifiedRight(frame).toSorted((a, b) => a - b);
  const n = frame.labels.length;
  const corners = radii.flatMap((x, i) => [
    { x, y: (radii.length - i) / n },
    { x, y: (radii.length - i - 1) / n },
  ]);
  return [{ x: 0, y: radii.length / n }, ...corners, { x: end, y: 0 }];
};

/** A class and how often it came first: its number, a bar, the count. */
const bar = (name: string, share: number, times: string, strong: boolean): Piece => {
  const tone = strong ? 'ink' : 'quiet';
  return columns(
    [
      wide({ ems: 1.2 }, text(name, { strong, tone })),
      plot('bar', { lines: 1 }, ({ width, height }) => (
        <>
          <path d={`M0 0v${height}`} stroke="var(--edge)" />
          <rect y={height / 2 - 3} width={share * width} height={6} fill="var(--belief)" />
        </>
      )),
      wide({ ems: 3 }, text(times, { strong, tone, align: 'end' })),
    ],
    { align: 'middle' },
  );
};

/** How often each class came first among the draws of one digit. */
const draws = ({ counts, says, step }: CertifiedFrame, digit: number): Piece => {
  const own = Array.from(counts.slice(classes * digit, classes * (digit + 1)));
  const total = Math.max(
    1,
    own.reduce((a, b) => a + b, 0),
  );
  return stack([
    heading(`says, of ${count(total === 1 && step === 0 ? 0 : total)} draws`),
    ...own.map((times, k) => bar(String(k), times / total, count(times), k === says[digit] && step > 0)),
  ]);
};

const digitUnderNoise = ({ labels, digits, noisy }: CertifiedFrame, digit: number): Piece =>
  stack(
    [
      heading(`drawn: ${labels[digit] ?? 0}`),
      picture({ pixels: digitAt(digits, digit), most }),
      heading('one draw'),
      picture({ pixels: digitAt(noisy, digit), most }),
    ],
    3,
  );

const certified = (state: SmoothingState, frame: CertifiedFrame, own: number): Piece => {
  const { labels, draws } = frame;
  const { sigma } = state;
  const others = reference(sigma);
  const ceiling = ceilingOf(state, frame);
  const furthest = Math.max(
    ...others.points.map(({ x }) => x),
    highestRadius({ sigma, n: state.draws, alpha }),
  );
  const end = Math.ceil(2 * furthest + 0.2) / 2;
  return chart({
    across: linear('length of any nudge, L2', [0, end]),
    up: shares('right and certified, %'),
    height: 190,
    under: (field) => (own > 0 ? upright(own, field) : null),
    lines: [
      others,
      {
        label: `most by ${count(draws)} draws`,
        points:
          ceiling > 0
            ? [
                { x: ceiling, y: 0 },
                { x: ceiling, y: 1 },
              ]
            : [],
        tone: 'var(--edge)',
        dash: '2 3',
      },
      {
        label: `these ${labels.length}`,
        points: draws === 0 ? [] : stair(frame, end),
        tone: 'var(--belief)',
        strong: true,
      },
    ],
  });
};

/**
 * A digit under noise and how often each class came first; to what radius how many are certified; ten digits.
 */
export const describeCertified = (state: SmoothingState, frame: CertifiedFrame): Description => {
  const { labels, noisy, says, radius } = frame;
  const { digit } = state;
  const own = radius[digit] ?? 0;
  const one = columns(
    [
      wide(most, digitUnderNoise(frame, digit)),
      stack(
        [
          draws(frame, digit),
          heading(
            own > 0
              ? `certified to L2 = ${fixed(own, 2)}`
              : frame.draws === 0
                ? 'not certified yet'
                : 'abstains',
          ),
        ],
        8,
      ),
    ],
    { space: 27 },
  );
  const all = certified(state, frame, own);
  return {
    title:
      'A digit under noise and how often the net says what; the share of digits that are right and certified, by the length of a nudge; ten digits',
    content: stack(
      [
        beside([wide(312, one), all], { space: 36, below: 16 }),
        answers({
          title: 'the length certified for each digit',
          below: true,
          rows: [
            {
              name: 'under one draw',
              pictures: noisy,
              answers: Array.from(labels.slice(0, 10), (label, i) => ({
                text: (radius[i] ?? 0) > 0 ? fixed(radius[i] ?? 0, 2) : '–',
                fooled: (radius[i] ?? 0) > 0 && says[i] !== label,
                set: `digit=${i}`,
                chosen: i === digit,
              })),
            },
          ],
        }),
      ],
      16,
    ),
  };
};
