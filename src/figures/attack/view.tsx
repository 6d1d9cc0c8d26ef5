import { ems } from '../kit/drawing/ems.ts';
import type { View } from '../kit/contract/figure.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import { fewClasses, nameOf, smallWidth, type AttackFrame } from './frame.ts';
import { drawLarge } from './large.tsx';
import { ballOf } from './methods.ts';
import type { AttackState } from './params.ts';
import { drawSmall } from './small.tsx';

/** A change of so many grey levels is in full colour, whatever ε is, so that a smaller nudge looks paler. */
const full = { grey: 127.5, colour: 31.875, few: 255 } as const;

/** Whether pictures and names are small enough to stand twice, one above the other. */
const isSmall = (frame: AttackFrame): boolean =>
  frame.shape[1] <= smallWidth &&
  frame.rows.length <= fewClasses &&
  frame.rows.every((row) => ems(nameOf(frame, row)) < 9);

/** Picture + nudge = what the net sees, above the same with a random nudge; the net's beliefs; the path of the loss. */
const view: View<AttackState, AttackFrame> = ({ state, frame, layout, id }) => {
  const magnification = 255 / full[ballOf(state) === 'l0' ? 'few' : frame.shape[2] === 1 ? 'grey' : 'colour'];
  const draw = isSmall(frame) ? drawSmall : drawLarge;
  const { content, height, title } = draw(state, frame, layout, magnification);
  const width = layout === 'wide' ? 720 : 340;
  return (
    <Svg id={id} width={width} height={height} title={title}>
      {content}
    </Svg>
  );
};

export default view;
