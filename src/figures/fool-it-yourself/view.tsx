import { withArticle } from '../kit/words/grammar.ts';
import { argmax } from '../../lab/vec.ts';
import { bare, BeliefBars, BeliefMark, beliefBarsHeight, TruthMark } from '../kit/drawing/belief-bars.tsx';
import type { View } from '../kit/contract/figure.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import type { HandFrame } from './frame.ts';
import { isFound, type HandState } from './params.ts';
import { needed, sizes } from './words.ts';

const side = 28;

const places = {
  wide: {
    width: 720,
    size: 13,
    picture: 196,
    bars: { x: 236, width: 210, pitch: 17.5 },
    costs: { x: 486, width: 234 },
  },
  narrow: { width: 340, size: 14, picture: 196, bars: { x: 0, width: 340, pitch: 20 }, costs: { x: 0, width: 340 } },
} as const;

interface CostsProps {
  readonly frame: HandFrame;
  /** Who set the pixels. */
  readonly who: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

const costPitch = 5.2;

/** What was spent by hand above what an attack needs, as two bars on one scale for each kind of size. */
const Costs = ({ frame, who: spender, x, y, width, size }: CostsProps) => (
  <g font-size={size} style="font-variant-numeric: tabular-nums">
    <text x={x} y={y + size} font-weight={600}>
      what it cost
    </text>
    {sizes(frame).map(({ name, unit, by, yours, theirs, write, none }, i) => {
      const top = y + (2.6 + costPitch * i) * size;
      const room = width - 8.4 * size;
      const scale = room / Math.max(1e-9, yours, theirs ?? 0);
      const bars = [
        { who: spender, value: yours, text: write(yours), tone: 'var(--truth)' },
        { who: by, value: theirs ?? 0, text: needed(theirs, write, none), tone: 'var(--belief)' },
      ];
      return (
        <g key={name}>
          <text x={x} y={top} fill="var(--quiet)">
            {unit}
          </text>
          {bars.map(({ who, value, text, tone }, k) => {
            const baseline = top + (1.4 + 1.4 * k) * size;
            return (
              <g key={who}>
                <rect
                  x={x}
                  y={baseline - 0.75 * size}
                  width={Math.max(1, scale * value)}
                  height={0.75 * size}
                  fill={tone}
                />
                <text x={x + scale * value + 0.5 * size} y={baseline}>
                  {text} <tspan fill="var(--quiet)">{who}</tspan>
                </text>
              </g>
            );
          })}
        </g>
      );
    })}
  </g>
);

/** The edited picture with its changed pixels framed, what the net believes, and what was spent beside what attacks need. */
const view: View<HandState, HandFrame> = ({ state, frame, layout, id }) => {
  const found = isFound(state);
  const { width, size, picture, bars, costs } = places[layout];
  const wide = layout === 'wide';
  const top = 1.7 * size;
  const cell = picture / side;
  const pictureEnd = top + picture + 3.2 * size;
  const barsTop = wide ? size : pictureEnd + 18 + size;
  const barsEnd = barsTop + beliefBarsHeight(10, bars.pitch, size);
  const costsTop = wide ? 0 : barsEnd + 18;
  const height = Math.ceil(Math.max(pictureEnd, barsEnd, costsTop + (1.4 + 3 * costPitch) * size)) + 4;
  const says = argmax(frame.after);
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      title="A digit edited by hand with its changed pixels framed; the net’s beliefs before and after; what was spent by hand and by attacks"
    >
      <g font-size={size} style="font-variant-numeric: tabular-nums">
        <text x={0} y={size} font-weight={600}>
          {found ? 'found by a search' : 'by hand'}
        </text>
        <Pixels pixels={frame.edited} width={side} height={side} x={0} y={top} size={picture} />
        {Array.from(frame.edited, (level, i) =>
          level === frame.picture[i] ? null : (
            <rect
              key={i}
              x={(i % side) * cell + 0.5}
              y={top + Math.floor(i / side) * cell + 0.5}
              width={cell - 1}
              height={cell - 1}
              fill="none"
              stroke="var(--accent)"
            />
          ),
        )}
        <BeliefMark x={5} y={top + picture + 1.1 * size} />
        <text x={15} y={top + picture + 1.45 * size} font-weight={600}>
          net: {says}, {bare(frame.after[says] ?? 0)}
          {'\u00a0'}%
        </text>
        <TruthMark x={5} y={top + picture + 2.5 * size} />
        <text x={15} y={top + picture + 2.85 * size} fill="var(--quiet)">
          drawn as {withArticle(String(frame.label))}
        </text>
      </g>
      <BeliefBars
        x={bars.x}
        y={barsTop}
        width={bars.width}
        before={frame.before}
        after={frame.after}
        truth={frame.label}
        pitch={bars.pitch}
        size={size}
      />
      <Costs
        frame={frame}
        who={found ? 'the search' : 'you'}
        x={costs.x}
        y={costsTop}
        width={costs.width}
        size={size}
      />
    </Svg>
  );
};

export default view;
