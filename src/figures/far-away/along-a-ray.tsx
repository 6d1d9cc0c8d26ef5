import { fromWidth } from '../kit/drawing/arrange.ts';
import { chart, logOdds, type Point, powers, upright } from '../kit/drawing/charts.ts';
import { label, type Piece } from '../kit/drawing/pieces.ts';
import { count, decimal } from '../kit/words/format.ts';
import { distances, type FarAwayFrame, type Ray } from './frame.ts';
import { rays, type FarAwayState } from './params.ts';
import { limitName, rayOf } from './words.ts';

/** Certainty beyond the ends of the scale stands at its end. */
const ends = [1 / 3, 1 - 1e-7] as const;

const along = ({ sure }: Ray): readonly Point[] => distances.map((x, i) => ({ x, y: sure[i] ?? 0 }));

/** The median ray at each distance, and between which bounds nine rays of ten lie. */
const median = (all: readonly Ray[]): readonly Point[] =>
  distances.map((x, i) => {
    const sorted = all.map(({ sure }) => sure[i] ?? 0).toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
    return { x, y: at(0.5), low: at(0.05), high: at(0.95) };
  });

const confidence = (state: FarAwayState, frame: FarAwayFrame, brief: boolean): Piece => {
  const ray = rayOf(state, frame);
  return chart({
    across: powers('distance from the middle, in radii of the data', [0.1, 10_000], (value) =>
      brief && value >= 1000 ? `${value / 1000}k` : decimal(value, 1),
    ),
    up: logOdds('confidence along a ray, % (log-odds)', ends),
    height: 170,
    under: (field) => (
      <>
        {upright(1, field, { tone: 'var(--quiet)', dash: '2 3' })}
        <g stroke="var(--accent)" stroke-width={1.5}>
          {Array.from(ray?.ends ?? [], (end) => (
            <path key={end} d={`M${Math.round(10 * field.px(end)) / 10} ${field.bottom}v-9`} />
          ))}
        </g>
      </>
    ),
    words: ({ px, bottom, size }) => [label('data end', { x: px(1) + 4, y: bottom - 18 }, { size })],
    lines: [
      {
        label: brief ? 'median' : `median of ${count(rays)}`,
        points: median(frame.rays),
        tone: 'var(--quiet)',
      },
      ...(ray === undefined
        ? []
        : [
            {
              label: `${brief ? '' : 'ray at '}${state.angle}°: ${limitName(ray)}`,
              points: along(ray),
              tone: 'var(--accent)',
              strong: true,
            },
          ]),
    ],
  });
};

/** The confidence along the chosen ray and the median one, out to 10,000 radii. */
export const alongARay = (state: FarAwayState, frame: FarAwayFrame): Piece =>
  fromWidth(420, confidence(state, frame, false), confidence(state, frame, true));
