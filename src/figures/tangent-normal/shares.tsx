import { scaleLinear } from 'd3';
import { columns, fromWidth, gap, stack, wide } from '../kit/drawing/arrange.ts';
import { linear, tickRow } from '../kit/drawing/charts.ts';
import { heading, type Piece, plot, text, toBaseline, type Tone } from '../kit/drawing/pieces.ts';
import { decimal } from '../kit/words/format.ts';
import { dimension, randomShare, type TangentNormalFrame } from './frame.ts';
import { references, shareText } from './words.ts';

interface Row {
  readonly label: string;
  /** The same where there is little room. */
  readonly short: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly tone: Tone;
}

const rowsOf = (frame: TangentNormalFrame): readonly Row[] => {
  const { mean, error } = randomShare(frame);
  const ofAll = `${frame.rank} of ${dimension} dimensions`;
  const n = `n = ${frame.random.length}`;
  return [
    { label: 'this attack', short: 'this attack', value: frame.share, tone: 'belief' },
    {
      label: `random directions, ${n}`,
      short: `random, ${n}`,
      value: mean,
      low: mean - 1.96 * error,
      high: mean + 1.96 * error,
      tone: 'accent',
    },
    { label: ofAll, short: ofAll, value: frame.rank / dimension, tone: 'quiet' },
    ...references.map(({ label, n: digits, ...measured }) => ({
      ...measured,
      label: `${label}, n = ${digits} digits`,
      short: `${label}, n = ${digits}`,
      tone: 'quiet' as const,
    })),
  ];
};

/** Room right of the longest bar for its number, in units of the size of type. */
const forNumber = 4.2;

/** The 0 below the scale has room, too. */
const scaleOf = (most: number, width: number, size: number) =>
  scaleLinear([0, most], [0.4 * size, width - forNumber * size]);

const bar = ({ value, low, high, tone }: Row, most: number): Piece =>
  plot('bar', { lines: 1.1 }, ({ width, height, size }) => {
    const scale = scaleOf(most, width, size);
    const middle = height / 2;
    return (
      <g font-size={size} fill={`var(--${tone})`}>
        {scale.ticks(4).map((tick) => (
          <path
            key={tick}
            d={`M${scale(tick)} 0V${height}`}
            stroke={`var(--${tick === 0 ? 'edge' : 'rule'})`}
          />
        ))}
        <rect x={scale(0)} y={middle - 3} width={scale(Math.max(0, value)) - scale(0)} height={6} />
        {low === undefined || high === undefined ? null : (
          <path d={`M${scale(low)} ${middle}H${scale(high)}`} stroke="var(--ink)" stroke-width={1.25} />
        )}
        <text x={scale(Math.max(value, high ?? 0)) + 0.5 * size} y={middle + toBaseline * size}>
          {shareText(value)}
        </text>
      </g>
    );
  });

const axis = (most: number): Piece =>
  tickRow(
    linear('', [0, most], { count: 4, format: (value) => decimal(100 * value, 0) }).ticks,
    (value, ...room) => scaleOf(most, ...room)(value),
  );

const row = (label: Piece, strip: Piece): Piece => {
  const beside = (ems: number): Piece => columns([wide({ ems }, label), strip], { align: 'middle' });
  return fromWidth(480, beside(16), fromWidth(320, beside(12.6), stack([label, strip])));
};

/**
 * The share of the squared length that lies along the manifold: of this attack, of chance, and by experiment.
 */
export const shares = (frame: TangentNormalFrame): Piece => {
  const most = Math.max(0.2, Math.ceil(20 * frame.share) / 20);
  return stack([
    heading('share of the squared length that lies along the manifold, %'),
    gap(4),
    ...rowsOf(frame).map((one, i) => {
      const style = { tone: one.tone, strong: i === 0 };
      return row(fromWidth(200, text(one.label, style), text(one.short, style)), bar(one, most));
    }),
    row(gap(0), axis(most)),
  ]);
};
