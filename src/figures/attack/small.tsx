import { columns, droppedAt, fromWidth, stack, wide } from '../kit/drawing/arrange.ts';
import {
  beliefs,
  type Description,
  fitting,
  limitLine,
  nudgeScale,
  type Piece,
  text,
  triptych,
} from '../kit/drawing/pieces.ts';
import { isCount, sizeWords } from '../kit/words/size.ts';
import { limitOf, person, says } from './captions.ts';
import { namesByClass, unpacked, unpackedChange, type AttackFrame } from './frame.ts';
import { lossPath } from './loss-path.tsx';
import { sizeIn } from './methods.ts';
import type { AttackState } from './params.ts';

const seen = ['what the net sees', 'net sees'] as const;

/** Why a random nudge shows the picture. */
const clipping =
  'Where it is black a nudge can only add light, where white only take it: so even a random one shows some of the picture.';

/** From this share of black and white on, what a nudge can do is seen to depend on the picture. */
const mostly = 0.75;

/** Whether a nudge of all pixels is cut off nearly everywhere, to the one side or the other. */
const isClipped = (state: AttackState, picture: Uint8Array): boolean => {
  const extremes = picture.reduce((count, level) => count + (level === 0 || level === 255 ? 1 : 0), 0);
  return !isCount(sizeIn(state).ball) && extremes >= mostly * picture.length;
};

/**
 * Small pictures: two triptychs, the attack's above the random nudge's; the net's beliefs; the path of the
 * loss.
 */
export const describeSmall = (state: AttackState, frame: AttackFrame, magnification: number): Description => {
  const from = unpacked(frame.picture, frame.shape);
  const limit = limitOf(state, frame);
  const times = `× ${magnification}`;
  const common = { from, shape: [frame.shape[0], frame.shape[1]], magnification, most: 141 } as const;
  const attacked = triptych({
    ...common,
    to: unpackedChange(frame.shown, from, frame.shape),
    heads: ['picture', `nudge ${times}`, seen],
    captions: [
      [says(frame, frame.before), person(frame)],
      [
        limitLine(limit.text),
        nudgeScale({ limit: limit.levels, magnification, channels: frame.shape[2] === 1 ? 1 : 3 }),
      ],
      [says(frame, frame.after), text('as a file, read again', { mark: 'room' })],
    ],
  });
  const chance = triptych({
    ...common,
    to: frame.control === null ? from : unpackedChange(frame.control, from, frame.shape),
    heads: ['same picture', [`random nudge ${times}`, `random ${times}`], seen],
    captions: [
      [],
      [fitting(sizeWords(sizeIn(state).ball).alike.captions)],
      frame.random === null ? [] : [says(frame, frame.random)],
    ],
  });
  const control: Piece = stack([chance, isClipped(state, from) && droppedAt(1, text(clipping))], 4);
  const believed = beliefs({
    before: frame.before,
    after: frame.after,
    truth: frame.said ? frame.label : undefined,
    target: frame.goal.kind === 'reach' ? frame.goal.label : undefined,
    always: [frame.goal.label],
    ...(frame.rows.length === 10 ? {} : { rows: frame.rows, names: namesByClass(frame), nameRoom: 2.6 }),
  });
  const loss = lossPath(state, frame);
  return {
    title:
      'The picture, the nudge and what the net sees, above the same with a random nudge; the net’s beliefs; the path of the loss',
    content: fromWidth(
      600,
      columns([stack([attacked, control], 14), wide(226, stack([believed, loss], 20))], { space: 6 }),
      stack([attacked, believed, control, loss], 18),
    ),
  };
};
