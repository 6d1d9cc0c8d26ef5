import { decimal, percent } from '../kit/format.ts';
import { BeliefBars } from '../kit/belief-bars.tsx';
import type { Layout, View } from '../kit/figure.ts';
import { magnificationFor } from '../kit/signed.ts';
import { answerOf, changeOf, type AttackFrame } from './frame.ts';
import { LossPath } from './loss-path.tsx';
import { stepsOf, type AttackState } from './params.ts';
import { Triptych, triptychHeight, type Caption } from './triptych.tsx';

/** Where everything stands: pictures of 5 × 28 or 3 × 28, the panel of the net's beliefs beside or below them. */
const places = {
  wide: {
    width: 720,
    size: 13,
    picture: 140,
    columns: [0, 161, 322],
    room: 140,
    edge: 490,
    lines: 2,
    panel: { x: 494, width: 226 },
  },
  narrow: {
    width: 340,
    size: 14,
    picture: 84,
    columns: [0, 128, 256],
    room: 112,
    edge: 340,
    lines: 3,
    panel: { x: 0, width: 340 },
  },
} as const;

const heads = {
  wide: { picture: 'picture', nudge: 'nudge', random: 'random nudge', seen: 'what the net sees' },
  narrow: { picture: 'picture', nudge: 'nudge', random: 'random', seen: 'net sees' },
} as const;

const says = (probabilities: Float32Array, layout: Layout): readonly Caption[] => {
  const { digit, probability } = answerOf(probabilities);
  return layout === 'wide'
    ? [{ text: `net: ${digit}, ${percent(probability)}`, mark: 'belief', strong: true }]
    : [
        { text: `net: ${digit}`, mark: 'belief', strong: true },
        { text: percent(probability), inset: true },
      ];
};

const person = ({ source, label }: AttackFrame): Caption =>
  source === 'drawn'
    ? { text: 'drawn by hand', inset: true }
    : { text: `drawn as ${label === 8 ? 'an' : 'a'} ${label}`, mark: 'truth' };

const size = (state: AttackState, frame: AttackFrame, layout: Layout): string => {
  const levels = `± ${Math.round(255 * frame.linf)}`;
  if (state.ball === 'l2') return `ε = ${decimal(state.radius)} in L2${layout === 'wide' ? `, to ${levels}` : ''}`;
  return `ε = ${decimal(state.epsilon)}, ${levels}${layout === 'wide' ? ' of 255' : ''}`;
};

/** The power of two by which both nudges are shown; in L∞ that of ε, so that it stays the same along the path. */
const magnificationOf = (state: AttackState, frame: AttackFrame): number => {
  const change = changeOf(frame.shown, frame.picture);
  return magnificationFor(state.ball === 'linf' ? Float32Array.of(state.epsilon) : change);
};

/** Picture + nudge = what the net sees, above the same with a random nudge; the net's beliefs; the path of the loss. */
const view: View<AttackState, AttackFrame> = ({ state, frame, layout, id }) => {
  const { width, size: font, picture, columns, room, edge, lines, panel } = places[layout];
  const words = heads[layout];
  const wide = layout === 'wide';
  const tall = triptychHeight(picture, font, lines);
  const pitch = wide ? 17.5 : 20;
  const beliefsTop = wide ? 0 : tall + 18;
  const second = wide ? tall + 30 : beliefsTop + font + 8 + 10 * pitch + 26;
  const lossTop = wide ? second : second + triptychHeight(picture, font, 2) + 18;
  const lossHeight = wide ? picture : 120;
  const height = Math.ceil(Math.max(lossTop + 3.2 * font + lossHeight, second + triptychHeight(picture, font, 1)) + 6);
  const magnification = magnificationOf(state, frame);
  const times = `× ${magnification}`;
  const common = { columns, picture, room, edge, size: font, from: frame.picture, magnification } as const;
  return (
    <svg
      viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      role="img"
      aria-labelledby={`${id}-title`}
      style="font-family: var(--font-ui)"
      fill="var(--ink)"
    >
      <title id={`${id}-title`}>
        The picture, the nudge and what the net sees; the same with a random nudge; the net’s ten beliefs; the path of
        the loss
      </title>
      <Triptych
        {...common}
        y={0}
        to={frame.shown}
        panels={[
          { head: words.picture, captions: [...says(frame.before, layout), person(frame)] },
          {
            head: `${words.nudge} ${times}`,
            captions: [{ text: size(state, frame, layout), strong: true }, { scale: magnification }],
          },
          {
            head: words.seen,
            captions: [
              ...says(frame.after, layout),
              { text: wide ? 'in 8 bits, asked again' : 'in 8 bits', inset: true },
            ],
          },
        ]}
      />
      <BeliefBars
        {...panel}
        y={beliefsTop + font}
        before={frame.before}
        after={frame.after}
        truth={frame.source === 'drawn' ? undefined : frame.label}
        always={[frame.goal.label]}
        pitch={pitch}
        size={font}
      />
      <Triptych
        {...common}
        y={second}
        to={frame.control}
        panels={[
          { head: 'same picture', captions: [] },
          { head: `${words.random} ${times}`, captions: [{ text: wide ? 'of the same size' : 'same size' }] },
          { head: words.seen, captions: says(frame.random, layout) },
        ]}
      />
      <LossPath {...panel} y={lossTop} height={lossHeight} size={font} frame={frame} steps={stepsOf(state)} />
    </svg>
  );
};

export default view;
