import { range } from 'd3';
import { Arrow, halo, type Height, type Piece, toBaseline } from '../kit/drawing/pieces.ts';
import { fixed } from '../kit/words/format.ts';
import { overSums } from './axis.tsx';
import type { Frame } from './figure.ts';
import { colourOf, Line, px, Ring } from './marks.tsx';
import { decimalsOf, stepText } from './words.ts';

/** A sum, with the decimals that the longest of all needs, two at most. */
export const written = ({ sums }: Frame, sum: number): string => fixed(sum, decimalsOf(sums, 2));

/**
 * The sum after each nudge, one stair per nudge, below the untouched sum from which they set out: eleven
 * places one below the other. Where no words stand beside them the start has its name at its mark.
 */
export const stairs = (frame: Frame, tall: Height, named: boolean): Piece =>
  overSums('stairs', frame, tall, ({ scale, height, size }) => {
    const { sums, before, after, nudged } = frame;
    const start = scale(before);
    const y = (k: number): number => px(((k + 0.5) * height) / sums.length);
    const x = (k: number): number => px(scale(sums[k] ?? before));
    const flight = (from: number, to: number, riser: 'V' | 'M' = 'V'): string =>
      range(from, to)
        .map((k) => (riser === 'V' ? `V${y(k + 1)}` : `M${x(k)} ${y(k + 1)}`) + `H${x(k + 1)}`)
        .join('');
    const side = after < before ? 1 : -1;
    return (
      <g font-size={size}>
        <Line from={[start, y(0)]} to={[start, height]} stroke={colourOf(before)} dash="1 3" />
        <g fill="none" stroke="var(--ink)">
          <path d={`M${x(nudged)} ${y(nudged)}${flight(nudged, sums.length - 1)}`} stroke="var(--quiet)" />
          <path d={`M${x(0)} ${y(0)}${flight(0, nudged)}`} />
          {nudged > 0 && <path d={flight(0, nudged, 'M')} stroke-width={3} />}
        </g>
        <Ring x={start} y={y(0)} r={4} stroke={colourOf(before)} width={2.5} />
        {named && (
          <text
            x={px(start + 10 * side)}
            y={px(y(0) + toBaseline * size)}
            text-anchor={side > 0 ? 'start' : 'end'}
            fill="var(--quiet)"
            {...halo}
          >
            {'start '}
            <tspan fill={colourOf(before)}>{written(frame, before)}</tspan>
          </text>
        )}
      </g>
    );
  });

/** The whole way as one arrow. */
export const way = (frame: Frame): Piece =>
  overSums('way', frame, { lines: 1 }, ({ scale, height }) => {
    const { before, sum } = frame;
    const y = height / 2;
    const [from, to, stroke] = [px(scale(before)), px(scale(sum)), colourOf(sum - before)];
    return (
      <g>
        {from === to && <Ring x={from} y={y} r={2.25} stroke={stroke} fill={stroke} />}
        <Arrow from={[from, y]} to={[to, y]} width={3} stroke={stroke} />
        {before * sum < 0 && <Ring x={scale(0)} y={y} r={3.5} stroke="var(--ink)" />}
      </g>
    );
  });

/** The smallest step that would do, in words. */
export const reach = ({ smallest, before, nudged, sums }: Frame, step: number): string => {
  if (smallest === null) return 'no nudge moves the sum';
  if (before === 0) return '';
  const reaches = smallest <= step && nudged === sums.length - 1;
  return `a step of ${stepText(smallest)} ${reaches ? 'reaches' : 'would reach'} the line`;
};
