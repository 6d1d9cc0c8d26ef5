import { scaleLinear } from 'd3';
import { cutTo } from '../kit/drawing/ems.ts';
import type { Layout } from '../kit/contract/figure.ts';
import { decimal } from '../kit/words/format.ts';
import type { DistractorFrame } from './frame.ts';

interface TriesProps {
  readonly frame: DistractorFrame;
  readonly layout: Layout;
  readonly y: number;
  readonly width: number;
  readonly bars: number;
  readonly size: number;
}

const rowHeight = (layout: Layout, size: number): number => (layout === 'wide' ? 1.55 : 3) * size;

export const triesHeight = (frame: DistractorFrame, layout: Layout, size: number): number =>
  2.6 * size + Math.max(1, frame.tried.length) * rowHeight(layout, size) + (layout === 'wide' ? 0 : 30);

/** Every sentence tried, with the lead that it leaves to the right answer: a bar to the left is a wrong answer. */
export const Tries = ({ frame, layout, y, width, bars, size }: TriesProps) => {
  const { tried, worst } = frame;
  const wide = layout === 'wide';
  const most = Math.max(6, ...tried.map(({ margin }) => Math.abs(margin)));
  const left = wide ? width - bars : 0;
  const right = wide ? width - 3 * size : width - 3 * size;
  const scale = scaleLinear([-most, most], [left + 3 * size, right]);
  const row = rowHeight(layout, size);
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={0} y={y + size} font-weight={600}>
        {tried.length === 1 ? 'the sentence' : 'sentences tried'}
      </text>
      <text x={wide ? scale(0) : width} y={y + size} text-anchor={wide ? 'middle' : 'end'} fill="var(--quiet)">
        {`lead of the ${frame.known ? 'right' : 'first'} answer${wide ? ', in logits' : ''}`}
      </text>
      {tried.length === 0 ? (
        <text x={0} y={y + 2.8 * size} fill="var(--quiet)">
          none yet
        </text>
      ) : null}
      {tried.map(({ sentence, margin }, i) => {
        const top = y + 1.8 * size + i * row;
        const base = top + (wide ? 0 : 1.3 * size) + 1.1 * size;
        const [from, to] = [scale(0), scale(margin)].toSorted((a, b) => a - b) as [number, number];
        return (
          <g key={i}>
            <text
              x={0}
              y={top + 1.1 * size}
              font-weight={i === worst ? 600 : 400}
              fill={i === worst ? 'var(--ink)' : 'var(--quiet)'}
            >
              {cutTo(sentence, (wide ? left : width) / size)}
            </text>
            <path d={`M${scale(0)} ${base - size}v${(wide ? 1.55 : 1.05) * size}`} stroke="var(--edge)" />
            <rect
              x={from}
              y={base - 0.72 * size}
              width={to - from}
              height={0.72 * size}
              fill={margin < 0 ? 'var(--belief)' : 'var(--truth)'}
            />
            <text
              x={margin < 0 ? from - 4 : to + 4}
              y={base}
              text-anchor={margin < 0 ? 'end' : 'start'}
              fill={i === worst ? 'var(--ink)' : 'var(--quiet)'}
            >
              {decimal(margin, 1)}
            </text>
          </g>
        );
      })}
    </g>
  );
};
