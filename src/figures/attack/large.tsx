import type { ComponentChild } from 'preact';
import { bare, BeliefBars, beliefBarsHeight } from '../kit/drawing/belief-bars.tsx';
import { cutTo } from '../kit/drawing/ems.ts';
import type { Layout } from '../kit/contract/figure.ts';
import { Triptych, triptychHeight, type Caption } from '../kit/drawing/triptych.tsx';
import { limitOf, person, says } from './captions.ts';
import { answerOf, nameOf, namesByClass, unpacked, unpackedChange, type AttackFrame } from './frame.ts';
import { LossPath, lossPathHeight } from './loss-path.tsx';
import type { AttackState } from './params.ts';

/** A drawing without its frame: what is in it, how high it is, and what it shows. */
export interface Drawn {
  readonly content: ComponentChild;
  readonly height: number;
  readonly title: string;
}

const places = {
  wide: { size: 13, picture: 224, columns: [0, 248, 496], room: 224, edge: 720, lines: 3, nameRoom: 11 },
  narrow: { size: 14, picture: 100, columns: [0, 120, 240], room: 100, edge: 340, lines: 4, nameRoom: 8 },
} as const;

/** What the net says after a random nudge, once it was asked. */
const besides = (frame: AttackFrame, layout: Layout): readonly Caption[] => {
  if (frame.random === null || frame.step === 0) return [];
  const { digit, probability } = answerOf(frame.random);
  const name = cutTo(nameOf(frame, digit), 6.5);
  return layout === 'wide' ? [{ text: `random nudge: ${name}, ${bare(probability)}\u00a0%`, inset: true }] : [];
};

/** Large pictures, or answers with long names: the triptych, below it the net's beliefs and the path of the loss. */
export const drawLarge = (state: AttackState, frame: AttackFrame, layout: Layout, magnification: number): Drawn => {
  const { size: font, picture, columns, room, edge, lines, nameRoom } = places[layout];
  const wide = layout === 'wide';
  const from = unpacked(frame.picture, frame.shape);
  const limit = limitOf(state, frame, layout);
  const pitch = wide ? 18 : 20;
  const top = triptychHeight(picture, font, lines) + 18;
  const bars = beliefBarsHeight(frame.rows.length, pitch, font);
  const lossTop = wide ? top : top + font + bars + 24;
  const lossHeight = 120;
  const height = Math.ceil(Math.max(top + font + bars, lossTop + lossPathHeight(lossHeight, font)) + 6);
  const content = (
    <>
      <Triptych
        y={0}
        columns={columns}
        picture={picture}
        room={room}
        edge={edge}
        size={font}
        shape={[frame.shape[0], frame.shape[1]]}
        from={from}
        to={unpackedChange(frame.shown, from, frame.shape)}
        magnification={magnification}
        panels={[
          { head: 'picture', captions: [...says(frame, frame.before, layout), person(frame, layout)] },
          {
            head: `nudge × ${magnification}`,
            captions: [{ text: limit.text, mark: 'limit', strong: true }, { limit: limit.levels }],
          },
          {
            head: wide ? 'what the net sees' : 'net sees',
            captions: [
              ...says(frame, frame.after, layout),
              ...(wide ? [{ text: 'as a picture file, read again', inset: true }] : []),
              ...besides(frame, layout),
            ],
          },
        ]}
      />
      <BeliefBars
        x={0}
        y={top + font}
        width={wide ? 410 : 340}
        before={frame.before}
        after={frame.after}
        truth={frame.said ? frame.label : undefined}
        target={frame.goal.kind === 'reach' ? frame.goal.label : undefined}
        always={[frame.goal.label]}
        rows={frame.rows}
        names={namesByClass(frame)}
        nameRoom={nameRoom}
        pitch={pitch}
        size={font}
      />
      <LossPath
        x={wide ? 440 : 0}
        width={wide ? 280 : 340}
        y={lossTop}
        height={lossHeight}
        size={font}
        state={state}
        frame={frame}
      />
    </>
  );
  return {
    content,
    height,
    title: 'The picture, the nudge and what the net sees; the net’s beliefs; the path of the loss',
  };
};
