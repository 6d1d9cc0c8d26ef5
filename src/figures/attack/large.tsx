import { columns, fromWidth, stack, wide } from '../kit/drawing/arrange.ts';
import {
  bare,
  beliefs,
  type Description,
  limitLine,
  nudgeScale,
  type Piece,
  text,
  triptych,
} from '../kit/drawing/pieces.ts';
import { limitOf, person, says } from './captions.ts';
import { answerOf, nameOf, namesByClass, unpacked, unpackedChange, type AttackFrame } from './frame.ts';
import { lossPath } from './loss-path.tsx';
import type { AttackState } from './params.ts';

/** What the net says after a random nudge, once it was asked. */
const besides = (frame: AttackFrame): Piece => {
  if (frame.random === null || frame.step === 0) return stack([]);
  const { digit, probability } = answerOf(frame.random);
  return text(`random nudge: ${nameOf(frame, digit)}, ${bare(probability)}\u00a0%`, { mark: 'room' });
};

/**
 * Large pictures, or answers with long names: the triptych, below it the net's beliefs and the path of the
 * loss.
 */
export const describeLarge = (state: AttackState, frame: AttackFrame, magnification: number): Description => {
  const from = unpacked(frame.picture, frame.shape);
  const limit = limitOf(state, frame);
  const believed = (nameRoom: number): Piece =>
    beliefs({
      before: frame.before,
      after: frame.after,
      truth: frame.said ? frame.label : undefined,
      target: frame.goal.kind === 'reach' ? frame.goal.label : undefined,
      always: [frame.goal.label],
      rows: frame.rows,
      names: namesByClass(frame),
      nameRoom,
    });
  const loss = lossPath(state, frame);
  return {
    title: 'The picture, the nudge and what the net sees; the net’s beliefs; the path of the loss',
    content: stack(
      [
        triptych({
          from,
          to: unpackedChange(frame.shown, from, frame.shape),
          shape: [frame.shape[0], frame.shape[1]],
          magnification,
          most: 225,
          heads: ['picture', `nudge × ${magnification}`, ['what the net sees', 'net sees']],
          captions: [
            [says(frame, frame.before), person(frame)],
            [
              limitLine(limit.text),
              nudgeScale({ limit: limit.levels, magnification, channels: frame.shape[2] === 1 ? 1 : 3 }),
            ],
            [
              says(frame, frame.after),
              text('as a picture file, read again', { mark: 'room' }),
              besides(frame),
            ],
          ],
        }),
        fromWidth(
          600,
          columns([wide({ share: 1.45 }, believed(11)), loss], { space: 30 }),
          stack([believed(8), loss], 20),
        ),
      ],
      18,
    ),
  };
};
