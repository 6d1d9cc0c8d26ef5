import { scaleLinear } from 'd3';
import { columns, fromWidth, stack, wide } from '../kit/drawing/arrange.ts';
import { heading, type Piece, plot, text, toBaseline } from '../kit/drawing/pieces.ts';
import { decimal } from '../kit/words/format.ts';
import type { DistractorFrame, Tried } from './frame.ts';

/** The lead of the right answer as a bar from the middle: to the left where the answer is wrong. */
const bar = (margin: number, most: number, strong: boolean): Piece =>
  plot('bar', { lines: 1 }, ({ width, height, size }) => {
    const scale = scaleLinear([-most, most], [3 * size, width - 3 * size]);
    const [from, to] = [scale(Math.min(0, margin)), scale(Math.max(0, margin))];
    const wrong = margin < 0;
    return (
      <g font-size={size}>
        <path d={`M${scale(0)} 0V${height}`} stroke="var(--edge)" />
        <rect
          x={from}
          y={height / 2 - 0.36 * size}
          width={to - from}
          height={0.72 * size}
          fill={wrong ? 'var(--belief)' : 'var(--truth)'}
        />
        <text
          x={wrong ? from - 4 : to + 4}
          y={height / 2 + toBaseline * size}
          text-anchor={wrong ? 'end' : 'start'}
          fill={strong ? 'var(--ink)' : 'var(--quiet)'}
        >
          {decimal(margin, 1)}
        </text>
      </g>
    );
  });

/** Every sentence tried, with the lead that it leaves to the right answer. */
export const tries = ({ tried, worst, known }: DistractorFrame): Piece => {
  const most = Math.max(6, ...tried.map(({ margin }) => Math.abs(margin)));
  const name = heading(tried.length === 1 ? 'the sentence' : 'sentences tried');
  const lead = `lead of the ${known ? 'right' : 'first'} answer`;
  const beside = (left: Piece, right: Piece): Piece => columns([wide({ share: 1.4 }, left), right]);
  const row = ({ sentence, margin }: Tried, i: number): Piece => {
    const strong = i === worst;
    const words = text(sentence, { strong });
    return fromWidth(
      600,
      beside(words, bar(margin, most, strong)),
      stack([words, bar(margin, most, strong)]),
    );
  };
  return stack(
    [
      fromWidth(
        600,
        beside(name, text(`${lead}, in logits`, { align: 'middle' })),
        columns([wide({ ems: 8 }, name), text(lead, { align: 'end' })]),
      ),
      tried.length === 0 ? text('none yet') : fromWidth(600, stack(tried.map(row)), stack(tried.map(row), 4)),
    ],
    4,
  );
};
