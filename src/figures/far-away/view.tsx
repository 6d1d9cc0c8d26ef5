import { classesOf } from '../../data/plane.ts';
import { beside, columns, fromWidth, inset, stack, wide } from '../kit/drawing/arrange.ts';
import { drawnBy, heading, type Piece, plot, text } from '../kit/drawing/pieces.ts';
import { decimal } from '../kit/words/format.ts';
import { alongARay } from './along-a-ray.tsx';
import type { BeliefMap, FarAwayFrame } from './frame.ts';
import { brim, mapIn, signOf } from './maps.tsx';
import { nearest, type FarAwayState } from './params.ts';
import { className, describe, radii, whole } from './words.ts';

/** Side of a map at most. */
const most = 330;

/** Pixels between two maps, in a drawing of that width. */
const between = (width: number): number => (width < 600 ? 6 : 36);

/** What belongs to either map, in columns as wide as they; the second has a brim. */
const pair =
  (near: Piece, far: Piece, align: 'top' | 'bottom'): Piece =>
  (room) => {
    const space = between(room.width);
    const side = Math.min(most, (room.width - space - 2 * brim) / 2);
    return columns([wide(side, near), wide(side + 2 * brim, far)], { space, align })(room);
  };

const belowBrim = (piece: Piece): Piece => inset({ left: brim, right: brim }, piece);

const caption = (map: BeliefMap): Piece => text(`${whole(map)} of it is ≥\u00a099.9\u00a0%\u00a0sure`);

/**
 * What the second map is: the first one again while the net is trained, then how far one has stepped back.
 */
const zoomed = ({ far }: FarAwayFrame): string =>
  far.reach === nearest ? 'the same, not yet zoomed out' : `far: out to ${radii(far.reach)} radii`;

/** A map with its brim above and below; smaller where height is short. */
const mapOf =
  (which: 'near' | 'far', state: FarAwayState, frame: FarAwayFrame): Piece =>
  (room) => {
    const aside = which === 'far' ? brim : 0;
    const size = (room.width - 2 * aside) * 0.85 ** room.short;
    const drawn = plot('map', size + 2 * brim, () => mapIn(which, state, frame, size));
    return drawn({ ...room, width: size + 2 * aside, short: 0 });
  };

const maps = (state: FarAwayState, frame: FarAwayFrame): readonly Piece[] => {
  const reach = `near: out to ${decimal(frame.near.reach)} radii`;
  return [
    pair(
      fromWidth(200, heading(`${reach} of the data`), heading(reach)),
      belowBrim(heading(zoomed(frame))),
      'bottom',
    ),
    pair(mapOf('near', state, frame), mapOf('far', state, frame), 'top'),
    pair(caption(frame.near), belowBrim(caption(frame.far)), 'top'),
  ];
};

/** The signs and letters of the classes, and what full colour means. */
const classes = (state: FarAwayState): Piece =>
  columns([
    ...Array.from({ length: classesOf(state.data) }, (_, label) => {
      const sign = plot('sign', { lines: 1 }, ({ height, size }) =>
        signOf(label, 0.4 * size, height / 2, 0.36 * size),
      );
      return wide({ ems: 2.1 }, columns([wide({ ems: 1 }, sign), heading(className(label))]));
    }),
    inset({ left: 5 }, text('full colour: ≥\u00a099.9\u00a0% sure\u00a0of\u00a0it')),
  ]);

/**
 * Two maps of what the net says, near and far, and the confidence along the chosen ray out to 10,000 radii.
 */
export default drawnBy<FarAwayState, FarAwayFrame>(({ state, frame }) => {
  const near = [classes(state), text('thin lines: where a linear piece ends')];
  const far = [text('dots around it: the limit along each ray;'), text('grey: no certainty, for ever')];
  const all = stack([
    ...maps(state, frame),
    fromWidth(600, pair(stack(near), belowBrim(stack(far)), 'top'), stack([...near, ...far])),
  ]);
  const ray = alongARay(state, frame);
  return {
    title: describe(state, frame),
    content: beside([wide(2 * (most + brim) + between(1000), all), ray], {
      space: 36,
      below: 16,
      from: 1000,
    }),
  };
});
