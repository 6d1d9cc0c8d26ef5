import { scaleLinear } from 'd3';
import { decimal } from '../kit/words/format.ts';
import { dimension, randomShare, type TangentNormalFrame } from './frame.ts';
import { references, shareText } from './words.ts';

interface SharesProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly frame: TangentNormalFrame;
  readonly narrow: boolean;
}

interface Row {
  readonly label: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly tone: string;
}

const rowsOf = (frame: TangentNormalFrame, narrow: boolean): readonly Row[] => {
  const { mean, error } = randomShare(frame);
  const random = { value: mean, low: mean - 1.96 * error, high: mean + 1.96 * error };
  return [
    { label: 'this attack', value: frame.share, tone: 'var(--belief)' },
    {
      label: narrow ? `random, n = ${frame.random.length}` : `random directions, n = ${frame.random.length}`,
      ...random,
      tone: 'var(--accent)',
    },
    { label: `${frame.rank} of ${dimension} dimensions`, value: frame.rank / dimension, tone: 'var(--quiet)' },
    ...references.map(({ label, value, low, high, n }) => ({
      label: narrow ? `${label}, n = ${n}` : `${label}, n = ${n} digits`,
      value,
      low,
      high,
      tone: 'var(--quiet)',
    })),
  ];
};

const pitch = 1.6;

/** The share of the squared length that lies along the manifold: of this attack, of chance, and by experiment. */
export const Shares = ({ x, y, width, size, frame, narrow }: SharesProps) => {
  const rows = rowsOf(frame, narrow);
  const left = x + (narrow ? 12.6 : 16) * size;
  const most = Math.max(0.2, Math.ceil(20 * frame.share) / 20);
  const scale = scaleLinear([0, most], [left, x + width - 4.6 * size]);
  const top = y + 1.9 * size;
  const bottom = top + rows.length * pitch * size;
  return (
    <g>
      <text x={x} y={y + size} font-weight={600}>
        {narrow ? 'share of squared length along it, %' : 'share of the squared length that lies along the manifold, %'}
      </text>
      {scale.ticks(4).map((tick) => (
        <g key={tick}>
          <path d={`M${scale(tick)} ${top}V${bottom}`} stroke="var(--rule)" />
          <text x={scale(tick)} y={bottom + 1.3 * size} text-anchor="middle" fill="var(--quiet)">
            {decimal(100 * tick, 0)}
          </text>
        </g>
      ))}
      <path d={`M${left} ${top}V${bottom}`} stroke="var(--edge)" />
      {rows.map(({ label, value, low, high, tone }, i) => {
        const middle = top + (i + 0.5) * pitch * size;
        return (
          <g key={label} fill={tone}>
            <text x={x} y={middle + 0.36 * size} font-weight={i === 0 ? 600 : 400}>
              {label}
            </text>
            <rect x={left} y={middle - 3} width={Math.max(0, scale(value) - left)} height={6} />
            {low === undefined || high === undefined ? null : (
              <path d={`M${scale(low)} ${middle}H${scale(high)}`} stroke="var(--ink)" stroke-width={1.25} />
            )}
            <text x={scale(Math.max(value, high ?? 0)) + 0.5 * size} y={middle + 0.36 * size}>
              {shareText(value)}
            </text>
          </g>
        );
      })}
    </g>
  );
};

/** Its height. */
Shares.height = (size: number): number => (1.9 + 5 * pitch + 1.8) * size;
