import { line } from 'd3';
import { Axes, chartHeight, fieldOf, type ChartProps } from '../kit/drawing/chart/chart.tsx';
import { Lines, type Point } from '../kit/drawing/chart/lines.tsx';
import { linear } from '../kit/drawing/chart/quantity.ts';
import type { View } from '../kit/contract/figure.ts';
import { count, decimal } from '../kit/words/format.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import type { BlackBoxFrame, Racer } from './frame.ts';
import { frames, methodNames, type BlackBoxState, type MethodId } from './params.ts';
import { fooledAt, hearsLabels, isFooled, racing, sizeOf } from './words.ts';

const size = 13;

const places = {
  wide: { width: 720, columns: 6, pitch: 121, picture: 84, tall: 210, room: 10.5 },
  narrow: { width: 340, columns: 3, pitch: 118, picture: 84, tall: 190, room: 10 },
} as const;

const tones: Readonly<Record<MethodId, string>> = {
  'hop-skip-jump': 'var(--plus)',
  boundary: 'var(--minus)',
  simba: 'var(--belief)',
  nes: 'var(--accent)',
  square: 'var(--warn)',
};

interface CardProps {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly pixels: Uint8Array;
  readonly name: string;
  readonly lines: readonly string[];
  readonly fooled: boolean;
}

/** A picture with its name above, what the net says below it, and what it took. */
const Card = ({ x, y, side, pixels, name, lines, fooled }: CardProps) => (
  <g font-size={size} style="font-variant-numeric: tabular-nums">
    <text x={x} y={y + size} font-weight={600}>
      {name}
    </text>
    <Pixels pixels={pixels} width={28} height={28} x={x} y={y + 1.5 * size} size={side} />
    {lines.map((text, i) => (
      <text
        key={text}
        x={x}
        y={y + 1.5 * size + side + (1.25 + 1.3 * i) * size}
        fill={i === 0 && fooled ? 'var(--warn)' : 'var(--quiet)'}
        font-weight={i === 0 && fooled ? 700 : 400}
        {...(i === 0 && fooled && { 'text-decoration': 'underline' })}
      >
        {text}
      </text>
    ))}
  </g>
);

const cardHeight = (side: number): number => 1.5 * size + side + 4.6 * size;

/** The way of one attacker so far; of one who hears labels only, from where it first fools the net. */
const walked = (method: MethodId, { queries, sizes, fooled }: Racer): readonly Point[] =>
  sizes.flatMap((y, i) => (hearsLabels(method) && fooled[i] !== true ? [] : [{ x: queries[i] ?? 0, y }]));

/** The picture and what every attacker has made of it; the length of each one's change against the questions asked. */
const view: View<BlackBoxState, BlackBoxFrame> = ({ state, frame, layout, id }) => {
  const { width, columns, pitch, picture, tall, room } = places[layout];
  const all = racing(state, frame);
  const cards: readonly Omit<CardProps, 'x' | 'y' | 'side'>[] = [
    {
      name: 'the picture',
      pixels: frame.picture,
      lines: [`says ${frame.says}`, `drawn: ${frame.label}`],
      fooled: false,
    },
    ...all.map(([method, racer]) => ({
      name: methodNames[method],
      pixels: racer.picture,
      lines: [`says ${racer.says}`, `L2 ${decimal(sizeOf(racer))}`, `${count(racer.queries.at(-1) ?? 0)} asked`],
      fooled: isFooled(racer),
    })),
  ];
  const rows = Math.ceil(cards.length / columns);
  const top = rows * cardHeight(picture) + 8;
  const chart: ChartProps = {
    ...{ x: 0, y: top, width, height: tall, size, room },
    across: linear('questions asked', [0, state.questions], { count: layout === 'wide' ? 6 : 2, format: count }),
    up: linear('length of the change, L2', [0, 12], { count: 6 }),
  };
  const field = fieldOf(chart);
  const now = (frame.step * state.questions) / frames;
  const pathOf = line<Point>(
    ({ x }) => field.px(x),
    ({ y }) => field.py(y),
  );
  return (
    <Svg
      id={id}
      width={width}
      height={top + chartHeight(tall, size)}
      air={3}
      title="One picture and what attackers without the weights made of it; the length of their changes against the questions they asked"
    >
      {cards.map((card, i) => (
        <Card
          key={card.name}
          {...card}
          x={(i % columns) * pitch}
          y={Math.floor(i / columns) * cardHeight(picture)}
          side={picture}
        />
      ))}
      <Axes {...chart} />
      {all.map(([method, racer]) => (
        <path
          key={method}
          d={pathOf([...walked(method, racer)]) ?? ''}
          fill="none"
          stroke={tones[method]}
          stroke-width={1.75}
        />
      ))}
      <Lines
        field={field}
        lines={[
          ...all.map(([method, racer]) => ({
            label: `${methodNames[method]} ${decimal(sizeOf(racer), 1)}`,
            tone: tones[method],
            dash: '1 4',
            // From the last question to now: who has fooled the net and heard so asks no more.
            points: walked(method, racer)
              .slice(-1)
              .flatMap(({ x, y }) => [
                { x, y },
                { x: now, y },
              ]),
          })),
          ...(frame.white === undefined
            ? []
            : [
                {
                  label: `weights ${decimal(frame.white.size, 1)}`,
                  tone: 'var(--ink)',
                  dash: '2 3',
                  points: [0, now].map((x) => ({ x, y: frame.white?.size ?? 0 })),
                },
              ]),
        ]}
      />
      {all.map(([method, racer]) => {
        const at = fooledAt(racer);
        if (at === undefined) return null;
        const y = racer.sizes[racer.queries.indexOf(at)] ?? 0;
        return <circle key={method} cx={field.px(at)} cy={field.py(y)} r={4} fill={tones[method]} />;
      })}
    </Svg>
  );
};

export default view;
