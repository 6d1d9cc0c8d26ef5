import { unitBox } from '../../lab/box.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import { pointAt } from '../../lab/geometry/slice.ts';
import { clip } from '../../lab/vec.ts';
import { atMost, columns, droppedAt, fromWidth, stack, wide } from '../kit/drawing/arrange.ts';
import { drawnBy, heading, picture, type Piece, text } from '../kit/drawing/pieces.ts';
import { fixed, percent } from '../kit/words/format.ts';
import type { SliceFrame } from './frame.ts';
import { key } from './key.tsx';
import { mapOfClasses } from './map-of-classes.tsx';
import { chosenCell, distanceOf, sideOf, type SliceState } from './params.ts';

const panel = (head: string, pixels: Uint8Array, words: readonly Piece[]): Piece =>
  stack([heading(head), picture({ pixels, most: 113 }), stack(words)], 4);

/** The map of classes in the plane; the picture in its middle and the one at the chosen place. */
export default drawnBy<SliceState, SliceFrame>(({ state, frame }) => {
  const [column, row] = chosenCell(state);
  const [u, v] = [distanceOf(state, column), distanceOf(state, row)];
  const place = row * sideOf(state) + column;
  const says = `net: ${frame.predicted[place] ?? 0}, ${percent(frame.confidence[place] ?? 0)}`;
  const middle = panel('in the middle', toLevels(frame.origin), [
    text(`drawn: ${frame.label}`, { mark: 'truth' }),
  ]);
  const ring = panel('at the ring', toLevels(clip(pointAt(frame, u, v), unitBox)), [
    text(row < frame.step ? says : 'not asked yet', { mark: 'belief', strong: true }),
    droppedAt(2, text(`${fixed(u, 2)} across, ${fixed(v, 2)} up`)),
    droppedAt(2, text(`${fixed(Math.hypot(u, v), 2)} away in the plane`)),
  ]);
  const colours = droppedAt(1, key(frame.label));
  const map = mapOfClasses(state, frame);
  return {
    title:
      'A map of what the net says in a plane through the picture, the picture in its middle, and the picture at the chosen place',
    content: fromWidth(
      600,
      atMost(900, columns([map, wide(244, stack([middle, ring, colours], 24))], { space: 30 })),
      stack([map, columns([middle, ring], { space: 12 }), colours], 14),
    ),
  };
});
