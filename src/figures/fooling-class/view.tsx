import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear, logOdds } from '../kit/drawing/chart/quantity.ts';
import { decimal } from '../kit/words/format.ts';
import type { View } from '../kit/contract/figure.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import type { FoolingClassFrame } from './frame.ts';
import { Gallery, galleryHeight } from './gallery.tsx';
import { measured } from './measured.ts';
import { lastRound, type FoolingClassState } from './params.ts';

const places = {
  wide: {
    width: 720,
    size: 13,
    gallery: { columns: 10, pitch: 73.5 },
    live: { x: 0, width: 336, height: 170, room: 4.6 },
    rounds: { x: 372, width: 348, height: 170, room: 6.6 },
  },
  narrow: {
    width: 340,
    size: 13,
    gallery: { columns: 5, pitch: 70 },
    live: { x: 0, width: 340, height: 150, room: 4.6 },
    rounds: { x: 0, width: 340, height: 150, room: 6.6 },
  },
} as const;

const tones = { cppn: 'var(--belief)', direct: 'var(--minus)' } as const;
const names = { cppn: 'patterns', direct: 'pixels' } as const;

/** Ten evolved pictures with what two nets say of them; how sure the attacked net grows; what became of it in every round. */
const view: View<FoolingClassState, FoolingClassFrame> = ({ state, frame, layout, id }) => {
  const { width, size, gallery, live, rounds } = places[layout];
  const wide = layout === 'wide';
  const chartTop = galleryHeight(gallery.columns, size) + 14;
  const sure = (name: string) => logOdds(name, [0.01, 0.999999]);
  const first = {
    ...live,
    y: chartTop,
    size,
    across: linear('generations', [0, state.generations], { count: 4, format: (value) => decimal(value, 0) }),
    up: sure('confidence in the digit, %, median of 10'),
  };
  const second = {
    ...rounds,
    y: wide ? chartTop : chartTop + chartHeight(live.height, size) + 16,
    size,
    across: linear('round', [0, lastRound], { count: lastRound, format: (value) => decimal(value, 0) }),
    up: sure('the same after 200 generations, measured'),
  };
  const field = fieldOf(second);
  const height = Math.ceil(second.y + chartHeight(rounds.height, size) + 2);
  const now = frame.medians.at(-1) ?? 0;
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      title="Ten pictures evolved against a net with a class for nonsense, and what that net and the next say of them; its confidence by generation; the confidence reached in each round"
    >
      <Gallery {...gallery} {...{ size, state, frame }} />
      <Axes {...first} />
      <Lines
        field={fieldOf(first)}
        lines={[
          {
            label: `round ${state.round}`,
            points: frame.medians.map((y, x) => ({ x, y })),
            tone: tones[state.encoding],
            strong: true,
          },
        ]}
      />
      <Axes {...second} />
      <path
        d={`M${field.px(state.round)} ${field.top}V${field.bottom}`}
        stroke="var(--accent)"
        stroke-width={1.5}
        stroke-dasharray="3 3"
      />
      <circle
        cx={field.px(state.round)}
        cy={field.py(now)}
        r={4}
        fill="var(--paper)"
        stroke={tones[state.encoding]}
        stroke-width={2}
      />
      <text
        x={field.px(state.round) + (state.round > 3 ? -9 : 9)}
        y={now > 0.5 ? field.bottom - 0.6 * size : field.top + size}
        font-size={size}
        text-anchor={state.round > 3 ? 'end' : 'start'}
        fill="var(--quiet)"
      >
        this run
      </text>
      <Lines
        field={field}
        lines={(['cppn', 'direct'] as const).map((encoding) => ({
          label: names[encoding],
          points: measured.map((one) => ({ x: one.round, y: one.sure[encoding] })),
          tone: tones[encoding],
          dots: true,
          strong: encoding === state.encoding,
        }))}
      />
    </Svg>
  );
};

export default view;
