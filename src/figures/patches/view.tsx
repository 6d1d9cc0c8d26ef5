import { bare, BeliefMark } from '../kit/drawing/belief-bars.tsx';
import { cutTo } from '../kit/drawing/ems.ts';
import type { View } from '../kit/contract/figure.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import { CutsChart, cutsHeight } from './cuts-chart.tsx';
import { drawingSide } from './frame.ts';
import type { PatchesFrame } from './frame.ts';
import { isShuffle, wornName, type PatchesState } from './params.ts';
import { Tallies, talliesHeight } from './tallies.tsx';
import { nameOf } from './words.ts';

const places = {
  wide: { width: 720, size: 13, across: 5, pitch: 148 },
  narrow: { width: 340, size: 14, across: 2, pitch: 174 },
} as const;

const picture = 128;

/** A drawing changed in several ways, what the net says of each, and what it says of all our drawings so changed. */
const view: View<PatchesState, PatchesFrame> = ({ state, frame, layout, id }) => {
  const { width, size, across, pitch } = places[layout];
  const shuffled = isShuffle(state);
  const spread = layout === 'wide' && !shuffled ? 197 : pitch;
  const rowHeight = 1.6 * size + picture + (0.3 + 2 * 1.4) * size + 12;
  const rows = Math.ceil(frame.cards.length / across);
  const below = rows * rowHeight + 8;
  const total = Math.ceil(below + (shuffled ? cutsHeight(size) : talliesHeight(size, frame.tallies.length)) + 4);
  return (
    <Svg
      id={id}
      width={width}
      height={total}
      title={
        shuffled
          ? `Our drawing of ${nameOf(frame.label)} cut into more and more patches and shuffled, and how often the net is right`
          : `Our drawing of ${nameOf(frame.label)}: as drawn, in one colour, dressed in ${wornName(state)}, and that surface alone; what the net says of each`
      }
      fontSize={size}
    >
      {frame.cards.map(({ title, picture: pixels, answer, sure }, i) => {
        const x = (i % across) * spread;
        const y = Math.floor(i / across) * rowHeight;
        const foot = y + 1.6 * size + picture + 0.15 * size;
        return (
          <g key={title}>
            <text x={x} y={y + size} font-weight={600}>
              {title}
            </text>
            <Pixels
              pixels={pixels}
              width={drawingSide}
              height={drawingSide}
              x={x}
              y={y + 1.6 * size}
              size={picture}
              title={`${nameOf(frame.label)}, ${title}`}
            />
            <BeliefMark x={x + 5} y={foot + 1.04 * size} />
            <text x={x + 14} y={foot + 1.4 * size} font-weight={answer === frame.label ? 600 : 400}>
              {cutTo(`net: ${nameOf(answer)}`, (pitch - 22) / size)}
            </text>
            <text x={x + 14} y={foot + 2.8 * size} fill="var(--quiet)">
              {bare(sure)} %
            </text>
          </g>
        );
      })}
      {shuffled ? (
        <CutsChart x={0} y={below} width={width} size={size} tallies={frame.tallies} />
      ) : (
        <Tallies x={0} y={below} width={width} size={size} tallies={frame.tallies} />
      )}
    </Svg>
  );
};

export default view;
