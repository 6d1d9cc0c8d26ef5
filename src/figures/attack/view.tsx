import { drawnBy, textWidth } from '../kit/drawing/pieces.ts';
import { isCount } from '../kit/words/size.ts';
import { fewClasses, nameOf, smallWidth, type AttackFrame } from './frame.ts';
import { describeLarge } from './large.tsx';
import { sizeIn } from './methods.ts';
import type { AttackState } from './params.ts';
import { describeSmall } from './small.tsx';

/** A change of so many grey levels is in full colour, whatever ε is, so that a smaller nudge looks paler. */
const full = { grey: 127.5, colour: 31.875, few: 255 } as const;

/** Whether pictures and names are small enough to stand twice, one above the other. */
const isSmall = (frame: AttackFrame): boolean =>
  frame.shape[1] <= smallWidth &&
  frame.rows.length <= fewClasses &&
  frame.rows.every((row) => textWidth(nameOf(frame, row)) < 9);

/**
 * Picture + nudge = what the net sees, above the same with a random nudge; the net's beliefs; the path of the
 * loss.
 */
export default drawnBy<AttackState, AttackFrame>(({ state, frame }) => {
  const magnification =
    255 / full[isCount(sizeIn(state).ball) ? 'few' : frame.shape[2] === 1 ? 'grey' : 'colour'];
  return (isSmall(frame) ? describeSmall : describeLarge)(state, frame, magnification);
});
