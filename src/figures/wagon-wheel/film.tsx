import { columns, droppedAt, fromWidth, gap, grid, stack, wide } from '../kit/drawing/arrange.ts';
import { chart, level, linear } from '../kit/drawing/charts.ts';
import { heading, type Piece, plot, text } from '../kit/drawing/pieces.ts';
import { fixed } from '../kit/words/format.ts';
import { isEither, params, seenSpeed, type WheelState } from './params.ts';
import { Wheel } from './wheel.tsx';

const most = params.speed.max;

/** Frames that stand side by side after the first of them. */
const inStrip = 12;

/**
 * What a film shows at every true speed, as pieces between the speeds at which it jumps from forwards to
 * backwards.
 */
const pieces = (state: WheelState): readonly (readonly { x: number; y: number }[])[] => {
  const period = state.rate / state.spokes;
  return Array.from({ length: Math.floor(most / period + 0.5) + 1 }, (_, k) => {
    const [from, to] = [Math.max(0, (k - 0.5) * period), Math.min(most, (k + 0.5) * period)];
    return [from, to].map((x) => ({ x, y: x - k * period }));
  });
};

/** The wheel in a frame of the film, with or without a painted spoke, as large as its place. */
const wheel = (state: WheelState, frame: number, painted: boolean, width: number, height = width) => {
  const r = Math.min(width, height) / 2 - 2;
  const turns = (state.speed * frame) / state.rate;
  return <Wheel cx={r + 2} cy={r + 2} r={r} turns={turns} spokes={state.spokes} painted={painted} />;
};

/** The frame that is on, large. */
const large = (state: WheelState, index: number, painted: boolean): Piece =>
  stack(
    [
      painted
        ? fromWidth(180, heading('with one spoke painted'), heading('one spoke painted'))
        : heading(`frame ${index}, ${fixed(index / state.rate, 2)} s`),
      (room) =>
        plot('wheel', Math.min(160, room.width), ({ width, height }) =>
          wheel(state, index, painted, width, height),
        )(room),
    ],
    4,
  );

/** Frames side by side, the one that is on marked. */
const strip = (state: WheelState, index: number, painted: boolean): Piece => {
  const first = inStrip * Math.max(0, Math.ceil(index / inStrip) - 1);
  const frames = Array.from({ length: inStrip + 1 }, (_, place) =>
    stack([
      plot('wheel', { ofWidth: 1 }, ({ width }) => wheel(state, first + place, painted, width)),
      first + place === index
        ? plot('mark', 6, ({ width }) => (
            <path d={`M2 4H${width - 2}`} stroke="var(--accent)" stroke-width={2.5} />
          ))
        : gap(6),
    ]),
  );
  return stack(
    [
      text(painted ? 'the same with one spoke painted' : `the film, frames ${first} to ${first + inStrip}`),
      fromWidth(
        600,
        grid(frames, { across: frames.length, space: 9 }),
        grid(frames, { across: frames.length }),
      ),
    ],
    2,
  );
};

/** What films show of all true speeds. */
const speeds = (state: WheelState): Piece => {
  const seen = seenSpeed(state.speed, state);
  const limit = Math.max(0.5, state.rate / state.spokes / 2);
  return chart({
    across: linear('the wheel turns, times a second', [0, most], { count: 6 }),
    up: linear('it seems to turn, times a second', [-Math.min(most, limit), most], { count: 6 }),
    height: 145,
    under: (field) => level(0, field),
    lines: [
      { label: 'true', tone: 'var(--truth)', dash: '4 3', points: [0, most].map((x) => ({ x, y: x })) },
      ...pieces(state).map((points) => ({ label: '', tone: 'var(--belief)', points })),
      // Only the name.
      { label: 'film', tone: 'var(--belief)', strong: true, points: [{ x: most, y: 0 }] },
    ],
    spots: (isEither(seen, state) ? [seen, -seen] : [seen]).map((y) => ({
      x: state.speed,
      y,
      tone: 'var(--belief)',
    })),
  });
};

/**
 * A frame of the film large, as it is filmed and with one spoke painted; the whole film; and what films show
 * of all speeds.
 */
export const film = (state: WheelState, index: number): Piece => {
  const [plain, painted, all] = [large(state, index, false), large(state, index, true), speeds(state)];
  const strips = stack([strip(state, index, false), droppedAt(2, strip(state, index, true))], 10);
  return fromWidth(
    600,
    stack([columns([plain, painted, wide({ share: 1.6 }, all)], { space: 26 }), strips], 16),
    stack([grid([plain, painted], { across: 2, space: 16 }), strips, all], 16),
  );
};
