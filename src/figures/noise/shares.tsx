import { scaleLog } from 'd3';
import { netWords } from '../../nets/catalogue.ts';
import { clopperPearson } from '../../lab/statistics/interval.ts';
import { columns, fromWidth, pressed, stack, wide } from '../kit/drawing/arrange.ts';
import { tickRow } from '../kit/drawing/charts.ts';
import { heading, type Piece, plot, text } from '../kit/drawing/pieces.ts';
import { count } from '../kit/words/format.ts';
import { thresholds, type NoiseFrame } from './frame.ts';
import { netIds, type NoiseState } from './params.ts';
import { shareText } from './words.ts';

/** Powers of ten of a share. */
const ticks = [0.0001, 0.001, 0.01, 0.1, 1].map((value) => ({ value, text: String(100 * value) }));

const across = (width: number) => scaleLog([1e-4, 1], [16, width - 16]).clamp(true);

/** One share with its exact interval on a logarithmic scale; of none there is only the upper bound. */
const interval = (sure: number, drawn: number, strong: boolean): Piece =>
  plot('interval', { lines: 1 }, ({ width, height }) => {
    const { rate, low, high } = clopperPearson(sure, drawn);
    const place = across(width);
    const tone = strong ? 'var(--belief)' : 'var(--edge)';
    const middle = height / 2;
    const [from, to] = [place(Math.max(1e-4, low)), place(Math.max(1e-4, high))];
    return (
      <>
        {ticks.map(({ value }) => (
          <path key={value} d={`M${place(value)} 0V${height}`} stroke="var(--rule)" />
        ))}
        <path d={`M${from} ${middle}H${to}`} stroke={tone} stroke-width={2} />
        <path d={`M${to} ${middle - 4}v8`} stroke={tone} stroke-width={1.5} />
        {sure === 0 ? null : (
          <>
            <path d={`M${from} ${middle - 4}v8`} stroke={tone} stroke-width={1.5} />
            <circle cx={place(rate)} cy={middle} r={3.5} fill={tone} />
          </>
        )}
      </>
    );
  });

/** A threshold, the share that lies above it, and both in numbers. */
const row = (before: Piece, middle: Piece, after: Piece): Piece =>
  fromWidth(
    560,
    columns([wide({ ems: 3.8 }, before), middle, wide({ ems: 13.4 }, after)]),
    columns([wide({ ems: 3.6 }, before), middle, wide({ ems: 10 }, after)]),
  );

const nothing = stack([]);

const oneNet = (
  id: (typeof netIds)[number],
  k: number,
  state: NoiseState,
  { drawn, nets }: NoiseFrame,
): Piece => {
  const strong = id === state.net;
  const rows = thresholds.map((threshold, t) => {
    const sure = nets[k]?.sure[t] ?? 0;
    const { low, high } = clopperPearson(sure, drawn);
    const bounds = sure === 0 ? `< ${shareText(high)}` : `${shareText(low)}–${shareText(high)}`;
    const said = (number: string): Piece =>
      text(`${number}: ${bounds}`, { align: 'end', tone: strong ? 'ink' : 'quiet' });
    return row(
      text(`≥ ${100 * threshold}`),
      interval(sure, drawn, strong),
      fromWidth(170, said(`${count(sure)} of ${count(drawn)}`), said(count(sure))),
    );
  });
  const name = text(netWords(id).short, { tone: 'ink', strong });
  return pressed(
    { set: `net=${id}`, keys: true, chosen: strong },
    fromWidth(600, columns([wide({ ems: 9.8 }, name), stack(rows)]), stack([name, ...rows])),
  );
};

/** The numbers below the scale. */
const axis = stack([
  tickRow(ticks, (share, width) => across(width)(share)),
  text('share, %', { align: 'middle' }),
]);

/**
 * For each net the share of pictures that it is so sure of, on a logarithmic scale, with its exact interval.
 */
export const shares = (state: NoiseState, frame: NoiseFrame): Piece =>
  stack(
    [
      heading('share of pictures of which a net is so sure, %, with exact 95 % bounds'),
      stack(
        netIds.map((id, k) => oneNet(id, k, state, frame)),
        8,
      ),
      fromWidth(
        600,
        columns([wide({ ems: 9.8 }, nothing), row(nothing, axis, nothing)]),
        row(nothing, axis, nothing),
      ),
    ],
    6,
  );
