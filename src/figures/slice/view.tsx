import { clip } from '../../lab/vec.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import { pointAt } from '../../lab/geometry/slice.ts';
import { BeliefMark, TruthMark } from '../kit/drawing/belief-bars.tsx';
import { fixed, percent } from '../kit/words/format.ts';
import type { View } from '../kit/contract/figure.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import type { SliceFrame } from './frame.ts';
import { Key } from './key.tsx';
import { MapOfClasses } from './map-of-classes.tsx';
import { chosenCell, distanceOf, sideOf, type SliceState } from './params.ts';

const places = {
  wide: { width: 720, size: 13, map: 410, panel: { x: 474, y: 0 }, picture: 112 },
  narrow: { width: 340, size: 13, map: 300, panel: { x: 0, y: 376 }, picture: 112 },
} as const;

/** The map of classes in the plane; the picture in its middle and the one at the chosen place. */
const view: View<SliceState, SliceFrame> = ({ state, frame, layout, id }) => {
  const { width, size, map, panel, picture } = places[layout];
  const wide = layout === 'wide';
  const side = sideOf(state);
  const [column, row] = chosenCell(state);
  const [u, v] = [distanceOf(state, column), distanceOf(state, row)];
  const place = row * side + column;
  const chosen = clip(pointAt(frame, u, v), [0, 1]);
  const done = row < frame.step;
  const second = wide ? { x: panel.x, y: panel.y + picture + 5.2 * size } : { x: panel.x + 176, y: panel.y };
  const keyTop = wide ? second.y + picture + 7.4 * size : panel.y + picture + 6.8 * size;
  const height = Math.ceil(wide ? map + 4.4 * size : keyTop + 3.6 * size);
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      air={3}
      title="A map of what the net says in a plane through the picture, the picture in its middle, and the picture at the chosen place"
    >
      <MapOfClasses x={wide ? 30 : 38} y={0} {...{ size, map, state, frame, column, row }} />
      <g font-size={size} style="font-variant-numeric: tabular-nums">
        <text x={panel.x} y={panel.y + size} font-weight={600}>
          in the middle
        </text>
        <Pixels
          pixels={toLevels(frame.origin)}
          width={28}
          height={28}
          x={panel.x}
          y={panel.y + 1.6 * size}
          size={picture}
        />
        <TruthMark x={panel.x + 5} y={panel.y + picture + 2.6 * size} />
        <text x={panel.x + 15} y={panel.y + picture + 3 * size} fill="var(--quiet)">
          drawn: {frame.label}
        </text>
        <text x={second.x} y={second.y + size} font-weight={600}>
          at the ring
        </text>
        <Pixels
          pixels={toLevels(chosen)}
          width={28}
          height={28}
          x={second.x}
          y={second.y + 1.6 * size}
          size={picture}
        />
        <BeliefMark x={second.x + 5} y={second.y + picture + 2.6 * size} />
        <text x={second.x + 15} y={second.y + picture + 3 * size} font-weight={600}>
          {done ? `net: ${frame.predicted[place] ?? 0}, ${percent(frame.confidence[place] ?? 0)}` : 'not asked yet'}
        </text>
        <text x={second.x} y={second.y + picture + 4.5 * size} fill="var(--quiet)">
          {fixed(u, 2)} across, {fixed(v, 2)} up
        </text>
        <text x={second.x} y={second.y + picture + 5.9 * size} fill="var(--quiet)">
          {fixed(Math.hypot(u, v), 2)} away in the plane
        </text>
      </g>
      <Key x={panel.x} y={keyTop} size={size} label={frame.label} />
    </Svg>
  );
};

export default view;
