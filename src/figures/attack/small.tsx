import { BeliefBars, beliefBarsHeight } from '../kit/drawing/belief-bars.tsx';
import type { Layout } from '../kit/contract/figure.ts';
import { Triptych, triptychHeight } from '../kit/drawing/triptych.tsx';
import { limitOf, person, says } from './captions.ts';
import { namesByClass, unpacked, unpackedChange, type AttackFrame } from './frame.ts';
import { LossPath, lossPathHeight } from './loss-path.tsx';
import type { Drawn } from './large.tsx';
import { ballOf } from './methods.ts';
import type { AttackState } from './params.ts';

/** Where everything stands: pictures of 5 × 28 or 3 × 28, the panel of the net's beliefs beside or below them. */
const places = {
  wide: {
    size: 13,
    picture: 140,
    columns: [0, 161, 322],
    room: 140,
    edge: 490,
    lines: 3,
    panel: { x: 494, width: 226 },
  },
  narrow: {
    size: 14,
    picture: 84,
    columns: [0, 128, 256],
    room: 112,
    edge: 340,
    lines: 4,
    panel: { x: 0, width: 340 },
  },
} as const;

const heads = {
  wide: { picture: 'picture', nudge: 'nudge', random: 'random nudge', seen: 'what the net sees' },
  narrow: { picture: 'picture', nudge: 'nudge', random: 'random', seen: 'net sees' },
} as const;

/** Why a random nudge shows the picture. */
const clipping = {
  wide: [
    'Where it is black a nudge can only add light, where white only take it:',
    'so even a random one shows some of the picture.',
  ],
  narrow: ['Black can only get lighter, white only darker:', 'so even a random nudge shows the picture.'],
} as const;

/** From this share of black and white on, what a nudge can do is seen to depend on the picture. */
const mostly = 0.75;

/** Whether a nudge of all pixels is cut off nearly everywhere, to the one side or the other. */
const isClipped = (state: AttackState, picture: Uint8Array): boolean => {
  const extremes = picture.reduce((count, level) => count + (level === 0 || level === 255 ? 1 : 0), 0);
  return ballOf(state) !== 'l0' && extremes >= mostly * picture.length;
};

/** Small pictures: two triptychs, the attack's above the random nudge's; the net's beliefs; the path of the loss. */
export const drawSmall = (state: AttackState, frame: AttackFrame, layout: Layout, magnification: number): Drawn => {
  const { size: font, picture, columns, room, edge, lines, panel } = places[layout];
  const words = heads[layout];
  const wide = layout === 'wide';
  const from = unpacked(frame.picture, frame.shape);
  const notes = isClipped(state, from) ? clipping[layout] : [];
  const size = ballOf(state) === 'l0' ? 'as many pixels' : wide ? 'of the same size' : 'same size';
  const tall = triptychHeight(picture, font, lines);
  const pitch = wide ? 17.5 : 20;
  const beliefsTop = wide ? 0 : tall + 18;
  const second = wide ? tall + 30 : beliefsTop + font + beliefBarsHeight(frame.rows.length, pitch, font) + 24;
  const secondEnd = second + triptychHeight(picture, font, wide ? 1 : 2);
  const notesEnd = secondEnd + (0.5 + 1.45 * notes.length) * font;
  const lossTop = wide ? second : notesEnd + 24;
  const lossHeight = 120;
  const height = Math.ceil(Math.max(lossTop + lossPathHeight(lossHeight, font), notesEnd) + 6);
  const times = `× ${magnification}`;
  const limit = limitOf(state, frame, layout);
  const shape = [frame.shape[0], frame.shape[1]] as const;
  const common = { columns, picture, room, edge, size: font, from, shape, magnification } as const;
  const content = (
    <>
      <Triptych
        {...common}
        y={0}
        to={unpackedChange(frame.shown, from, frame.shape)}
        panels={[
          { head: words.picture, captions: [...says(frame, frame.before, layout), person(frame, layout)] },
          {
            head: `${words.nudge} ${times}`,
            captions: [{ text: limit.text, mark: 'limit', strong: true }, { limit: limit.levels }],
          },
          {
            head: words.seen,
            captions: [
              ...says(frame, frame.after, layout),
              { text: wide ? 'as a picture file,' : 'as a file,', inset: true },
              { text: 'read again', inset: true },
            ],
          },
        ]}
      />
      <BeliefBars
        {...panel}
        y={beliefsTop + font}
        before={frame.before}
        after={frame.after}
        truth={frame.said ? frame.label : undefined}
        target={frame.goal.kind === 'reach' ? frame.goal.label : undefined}
        always={[frame.goal.label]}
        {...(frame.rows.length === 10 ? {} : { rows: frame.rows, names: namesByClass(frame), nameRoom: 2.6 })}
        pitch={pitch}
        size={font}
      />
      <Triptych
        {...common}
        y={second}
        to={frame.control === null ? from : unpackedChange(frame.control, from, frame.shape)}
        panels={[
          { head: 'same picture', captions: [] },
          { head: `${words.random} ${times}`, captions: [{ text: size }] },
          { head: words.seen, captions: frame.random === null ? [] : says(frame, frame.random, layout) },
        ]}
      />
      <g font-size={font} fill="var(--quiet)">
        {notes.map((note, i) => (
          <text key={note} x={0} y={secondEnd + (0.3 + 1.45 * (i + 1)) * font}>
            {note}
          </text>
        ))}
      </g>
      <LossPath {...panel} y={lossTop} height={lossHeight} size={font} state={state} frame={frame} />
    </>
  );
  return {
    content,
    height,
    title:
      'The picture, the nudge and what the net sees; the same with a random nudge; the net’s beliefs; the path of the loss',
  };
};
