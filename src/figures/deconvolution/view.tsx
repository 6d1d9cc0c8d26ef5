import { bare, BeliefMark, TruthMark } from '../kit/drawing/belief-bars.tsx';
import { Axes, chartHeight, fieldOf, type ChartProps } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear } from '../kit/drawing/chart/quantity.ts';
import { fixed, plural } from '../kit/words/format.ts';
import type { View } from '../kit/contract/figure.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import { Cascade, cascadeHeight } from './cascade.tsx';
import { rules, type DeconvolutionFrame } from './frame.ts';
import { mapPixels } from './map-pixels.ts';
import { isDigits, layersOf, type DeconvolutionState } from './params.ts';
import { nameOf, ruleNames } from './words.ts';

const places = {
  wide: {
    width: 720,
    size: 13,
    columns: [190, 382, 574],
    label: 0,
    picture: { 64: 128, 28: 140 },
    map: { 64: 128, 28: 140 },
  },
  narrow: {
    width: 340,
    size: 14,
    columns: [0, 121, 242],
    label: 0,
    picture: { 64: 128, 28: 140 },
    map: { 64: 96, 28: 84 },
  },
} as const;

const heads = { gradient: 'gradient', deconvnet: 'deconvnet', guided: 'guided' } as const;
const tones = { gradient: 'var(--belief)', deconvnet: 'var(--minus)', guided: 'var(--plus)' } as const;

/** What each row asks, in lines. */
const rowWords = (state: DeconvolutionState, frame: DeconvolutionFrame): readonly (readonly string[])[] => [
  [`what speaks for ${nameOf(state, frame.label)}`],
  ['the same net, asked', `for ${nameOf(state, frame.other)}`],
];

const chartOf = (
  state: DeconvolutionState,
  wide: boolean,
  at: Pick<ChartProps, 'x' | 'y' | 'width' | 'size'>,
): ChartProps => ({
  ...at,
  height: 130,
  room: wide ? 12.4 : 6.2,
  across: linear('layers shuffled, from the answers down', [0, layersOf(state)], { count: layersOf(state) }),
  up: linear(`rank correlation with the first map${wide ? ', all our pictures' : ''}`, [-0.4, 1], { count: 4 }),
});

/** A picture, and three rules by which an answer is sent back to it; the same for another answer; and for a net with more and more layers shuffled. */
const view: View<DeconvolutionState, DeconvolutionFrame> = ({ state, frame, layout, id }) => {
  const { width, size, columns, picture, map } = places[layout];
  const wide = layout === 'wide';
  const side = isDigits(state) ? 28 : 64;
  const [large, small] = [picture[side], map[side]];
  const words = rowWords(state, frame);
  const pitch = 1.4 * size;
  const mapsTop = wide ? 0 : large + 2.4 * size;
  const rowHeight = (wide ? 0 : 1.9 * size) + small + 1.6 * size + 12;
  const headTop = mapsTop + 1.5 * size;
  const rowTop = (i: number): number => headTop + i * rowHeight;
  const cascadeTop = rowTop(2) + (wide ? 8 : 0);
  const shuffledMap = side === 64 ? 64 : 56;
  const chart = chartOf(state, wide, {
    x: 0,
    y: cascadeTop + cascadeHeight(wide, shuffledMap, size) + 14,
    width,
    size,
  });
  const field = fieldOf(chart);
  const across = (layers: number): number =>
    wide ? field.px(layers) : shuffledMap / 2 + (layers - 1) * ((width - shuffledMap) / 4);
  const total = Math.ceil(chart.y + chartHeight(chart.height, size) + 4);
  return (
    <Svg
      id={id}
      width={width}
      height={total}
      title="A picture and the maps of what in it speaks for an answer, by three rules, beside maps for another answer; the maps of a net with more and more layers shuffled; how like they stay"
      fontSize={size}
    >
      <Pixels
        pixels={frame.picture}
        width={side}
        height={side}
        x={0}
        y={wide ? headTop : 0}
        size={large}
        title={`Our drawing of ${nameOf(state, frame.label)}`}
      />
      <g transform={wide ? `translate(0 ${headTop + large + 0.35 * size})` : `translate(${large + 14} 0)`}>
        <TruthMark x={5} y={pitch - 0.36 * size} />
        <text x={14} y={pitch}>
          drawn: {nameOf(state, frame.label)}
        </text>
        <BeliefMark x={5} y={2 * pitch - 0.36 * size} />
        <text x={14} y={2 * pitch}>
          net: {nameOf(state, frame.answer)}, {bare(frame.sure)} %
        </text>
      </g>
      {rules.map((rule, i) => (
        <text key={rule} x={columns[i]} y={mapsTop + size} font-weight={600}>
          {heads[rule]}
        </text>
      ))}
      {frame.asked.map(({ maps, like }, i) => {
        const y = rowTop(i) + (wide ? 0 : 1.9 * size);
        // The first row's words stand under the picture, where there is room beside the maps.
        const label = wide ? (i === 0 ? [] : (words[i] ?? [])) : [(words[i] ?? []).join(' ')];
        return (
          <g key={i}>
            {label.map((line, k) => (
              <text key={line} x={0} y={wide ? y + small / 2 + k * pitch : y - 0.6 * size} fill="var(--quiet)">
                {line}
              </text>
            ))}
            {maps.map((pixels, r) => (
              <g key={rules[r]}>
                <Pixels
                  pixels={mapPixels(pixels)}
                  width={side}
                  height={side}
                  x={columns[r] ?? 0}
                  y={y}
                  size={small}
                  title={`${ruleNames[rules[r] ?? 'gradient']}: ${(words[i] ?? []).join(' ')}`}
                />
                <text x={columns[r]} y={y + small + 1.3 * size} fill={i === 0 ? 'var(--quiet)' : 'var(--ink)'}>
                  {i === 0
                    ? `for ${nameOf(state, frame.label)}`
                    : `${wide ? 'like the first' : 'like it'}: ${fixed(like[r] ?? 0, 2)}`}
                </text>
              </g>
            ))}
          </g>
        );
      })}
      <Cascade {...{ state, frame, wide, side, size, across }} map={shuffledMap} y={cascadeTop} />
      <Axes {...chart} />
      <Lines
        field={field}
        lines={rules.map((rule, r) => ({
          label: wide ? ruleNames[rule] : heads[rule],
          points: [
            { x: 0, y: 1 },
            ...(frame.kept[r] ?? []).map(({ mean, low, high }, i) => ({ x: i + 1, y: mean, low, high })),
          ],
          tone: tones[rule],
          dots: true,
        }))}
      />
      <text x={width} y={chart.y + 2.2 * size + chart.height + 1.35 * size} text-anchor="end" fill="var(--quiet)">
        {wide ? `n = ${plural(frame.n, 'picture')}` : `n = ${frame.n}`}
      </text>
    </Svg>
  );
};

export default view;
