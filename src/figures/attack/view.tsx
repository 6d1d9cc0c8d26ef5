import { decimal } from '../kit/format.ts';
import { bare, BeliefBars, beliefBarsHeight } from '../kit/belief-bars.tsx';
import type { Layout, View } from '../kit/figure.ts';
import { Triptych, triptychHeight, type Caption } from '../kit/triptych.tsx';
import { answerOf, type AttackFrame } from './frame.ts';
import { LossPath, lossPathHeight } from './loss-path.tsx';
import { params, stepsOf, type AttackState } from './params.ts';
import { a, levelsOf } from './words.ts';

/** Where everything stands: pictures of 5 × 28 or 3 × 28, the panel of the net's beliefs beside or below them. */
const places = {
  wide: {
    width: 720,
    size: 13,
    picture: 140,
    columns: [0, 161, 322],
    room: 140,
    edge: 490,
    lines: 3,
    panel: { x: 494, width: 226 },
  },
  narrow: {
    width: 340,
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

const says = (probabilities: Float32Array, layout: Layout): readonly Caption[] => {
  const { digit, probability } = answerOf(probabilities);
  return layout === 'wide'
    ? [{ text: `net: ${digit}, ${bare(probability)}\u00a0%`, mark: 'belief', strong: true }]
    : [
        { text: `net: ${digit}`, mark: 'belief', strong: true },
        { text: `${bare(probability)}\u00a0%`, inset: true },
      ];
};

const person = ({ source, label, said }: AttackFrame, layout: Layout): Caption => {
  if (source === 'nothing-drawn' || source === 'dot') {
    const why = source === 'dot' ? 'only a dot: ' : 'nothing drawn: ';
    return { text: `${layout === 'wide' ? why : ''}our ${label}`, mark: 'truth' };
  }
  if (!said) return { text: 'drawn by hand', inset: true };
  return { text: `drawn${layout === 'wide' ? ' as' : ':'} ${layout === 'wide' ? a(label) : label}`, mark: 'truth' };
};

/** The limit, and the grey levels it or the largest change comes to. */
const limitOf = (
  state: AttackState,
  frame: AttackFrame,
  layout: Layout,
): { readonly text: string; readonly levels: number } => {
  if (state.ball === 'linf') {
    const levels = levelsOf(state.epsilon);
    return { text: `ε = ${decimal(state.epsilon)}, ± ${levels}`, levels };
  }
  const levels = Math.round(255 * frame.linf);
  return {
    text: `ε = ${decimal(state.radius)}${layout === 'wide' ? ' in L2' : ''}${levels === 0 ? '' : `, ± ${levels}`}`,
    levels,
  };
};

/** The largest ε that is offered in L∞ is full colour, whatever ε is, so that a smaller nudge looks paler. */
const magnification = 1 / params.epsilon.max;

/** Why a random nudge shows the digit. */
const clipping = {
  wide: [
    'Where it is black a nudge can only add light, where white only take it:',
    'so even a random one shows some of the digit.',
  ],
  narrow: ['Black can only get lighter, white only darker:', 'so even a random nudge shows the digit.'],
} as const;

/** Picture + nudge = what the net sees, above the same with a random nudge; the net's beliefs; the path of the loss. */
const view: View<AttackState, AttackFrame> = ({ state, frame, layout, id }) => {
  const { width, size: font, picture, columns, room, edge, lines, panel } = places[layout];
  const words = heads[layout];
  const wide = layout === 'wide';
  const tall = triptychHeight(picture, font, lines);
  const pitch = wide ? 17.5 : 20;
  const beliefsTop = wide ? 0 : tall + 18;
  const second = wide ? tall + 30 : beliefsTop + font + beliefBarsHeight(10, pitch, font) + 24;
  const secondEnd = second + triptychHeight(picture, font, wide ? 1 : 2);
  const notes = clipping[layout];
  const notesEnd = secondEnd + (0.5 + 1.45 * notes.length) * font;
  const lossTop = wide ? second : notesEnd + 24;
  const lossHeight = 120;
  const height = Math.ceil(Math.max(lossTop + lossPathHeight(lossHeight, font), notesEnd) + 6);
  const times = `× ${magnification}`;
  const limit = limitOf(state, frame, layout);
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
          { head: words.picture, captions: [...says(frame.before, layout), person(frame, layout)] },
          {
            head: `${words.nudge} ${times}`,
            captions: [{ text: limit.text, mark: 'limit', strong: true }, { limit: limit.levels }],
          },
          {
            head: words.seen,
            captions: [
              ...says(frame.after, layout),
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
        pitch={pitch}
        size={font}
      />
      <Triptych
        {...common}
        y={second}
        to={frame.control}
        panels={[
          { head: 'same picture', captions: [] },
          { head: `${words.random} ${times}`, captions: [{ text: wide ? 'with the same limit' : 'same limit' }] },
          { head: words.seen, captions: says(frame.random, layout) },
        ]}
      />
      <g font-size={font} fill="var(--quiet)">
        {notes.map((note, i) => (
          <text key={note} x={0} y={secondEnd + (0.3 + 1.45 * (i + 1)) * font}>
            {note}
          </text>
        ))}
      </g>
      <LossPath {...panel} y={lossTop} height={lossHeight} size={font} frame={frame} steps={stepsOf(state)} />
    </svg>
  );
};

export default view;
