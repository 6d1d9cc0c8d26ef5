import type { ComponentChild } from 'preact';
import { atEnd, atMost, columns, gap, inline, stack, wide } from '../kit/drawing/arrange.ts';
import { Arrow, type Piece, plot, rule, text, type TextStyle } from '../kit/drawing/pieces.ts';
import { decimal, fixed, signed } from '../kit/words/format.ts';
import type { Frame, State } from './figure.ts';
import { colourOf, Line, px, toneOf, Wedge } from './marks.tsx';
import { evenScale, type Scale } from './scales.ts';
import { written } from './stair.tsx';
import { decimalsOf } from './words.ts';

const right = (content: string, style: TextStyle = {}): Piece => text(content, { align: 'end', ...style });

/** A signed number in its colour. */
const coloured = (content: string, value: number): Piece =>
  right(content, { strong: true, tone: toneOf(value) });

/** A mark as wide as that, in the middle of a line of words. */
const mark = (width: number, draw: (y: number) => ComponentChild): Piece =>
  atMost(
    width,
    plot('mark', { lines: 1 }, ({ height }) => draw(px(height / 2))),
  );

/**
 * What the marks mean: a stem ends at x, a bar is a product, and a wedge is what the nudge does to either.
 */
export const keys = (step: number): Piece => {
  const wedge = mark(6, (y) => <Wedge from={0} to={6} y={y} done />);
  const stem = mark(14, (y) => <path d={`M0 ${y}h14m0 -5v10`} fill="none" stroke="var(--quiet)" />);
  const bar = mark(14, (y) => <path d={`M0 ${y}h14`} stroke="var(--quiet)" stroke-width={10} />);
  const key = (sign: Piece, name: string, nudge: string): Piece =>
    inline([sign, text(name), gap(0), wedge, text(nudge)], 5);
  return inline([key(stem, 'x', `nudge ${decimal(step)}`), key(bar, 'W · x', 'nudge')], 16);
};

const none = gap(0);

const sumRoom = { ems: 6.6 };

interface Row {
  readonly place?: Piece;
  readonly w?: Piece;
  readonly x?: Piece;
  readonly numbers?: Piece;
  readonly products: Piece;
}

/** A row of the table; where it is `full`, with its number, and room for the sum so far. */
const row = (full: boolean, { place = none, w = none, x = none, numbers = none, products }: Row): Piece =>
  columns([
    wide({ ems: full ? 1.4 : 0 }, full ? place : none),
    wide({ ems: 2.7 }, w),
    wide({ ems: 2.8 }, x),
    numbers,
    wide({ share: full ? 1.55 : 1.25 }, products),
  ]);

const numbersIn = (drawn: Piece, moved: Piece): Piece => columns([drawn, wide({ ems: 3.5 }, moved)]);

const productsIn = (product: Piece, drawn: Piece, sum?: Piece): Piece =>
  columns([
    wide({ ems: 3.9 }, product),
    wide(8, none),
    drawn,
    wide(sum === undefined ? 0 : sumRoom, sum ?? none),
  ]);

/** The names of the columns, with the untouched sum among them. */
export const head = (full: boolean, frame: Frame): Piece => {
  const sum = text(written(frame, frame.before), { tone: toneOf(frame.before) });
  return row(full, {
    w: right('W'),
    x: right('x'),
    numbers: right('nudged x'),
    products: productsIn(right('before'), none, full ? atEnd(inline([text('start'), sum], 4)) : undefined),
  });
};

/** What is drawn beside a number, on a scale around 0 that holds all of its column. */
const onScale = (values: readonly number[], draw: (scale: Scale, y: number) => ComponentChild): Piece =>
  plot('scale', { lines: 1 }, ({ width, height }) => {
    const scale = evenScale(values, [0, width]);
    return (
      <g fill="none">
        <Line from={[scale(0), 0]} to={[scale(0), height]} />
        {draw(scale, px(height / 2))}
      </g>
    );
  });

/** How the values of a column are written: all with the decimals that the longest needs. */
const alike = (values: readonly number[], plus = ''): readonly string[] => {
  const digits = decimalsOf(values);
  return values.map((value) => (value > 0 ? plus : '') + fixed(value, digits));
};

/** The ten rows: weight, number and nudge, product and what the nudge adds to it. */
export const rows = (full: boolean, state: State, frame: Frame): readonly Piece[] => {
  const { products, gains, y, sums, nudged } = frame;
  const after = products.map((product, i) => product + (gains[i] ?? 0));
  const [ws, xs, ys, bars] = [alike(state.w, '+'), alike(state.x), alike(y), alike(products, '+')];
  return state.x.map((x, i) => {
    const [w, moved, product, grown] = [state.w[i] ?? 0, y[i] ?? x, products[i] ?? 0, after[i] ?? 0];
    const done = i < nudged;
    const sum = sums[i + 1] ?? 0;
    return row(full, {
      place: right(String(i + 1)),
      w: coloured(ws[i] ?? '', w),
      x: right(xs[i] ?? '', { tone: 'ink' }),
      numbers: numbersIn(
        onScale([...state.x, ...y], (scale, middle) => (
          <>
            <path d={`M${px(scale(0))} ${middle}H${px(scale(x))}m0 -5v10`} stroke="var(--quiet)" />
            <Wedge from={scale(x)} to={scale(moved)} y={middle} done={done} />
          </>
        )),
        done ? right(ys[i] ?? '', { tone: 'ink' }) : right('·'),
      ),
      products: productsIn(
        coloured(bars[i] ?? '', product),
        onScale([...products, ...after], (scale, middle) => (
          <>
            <path
              d={`M${px(scale(0))} ${middle}H${px(scale(product))}`}
              stroke={colourOf(product)}
              stroke-width={10}
            />
            <Wedge from={scale(product)} to={scale(grown)} y={middle} done={done} />
          </>
        )),
        full ? right(done ? written(frame, sum) : '', { tone: toneOf(sum) }) : undefined,
      ),
    });
  });
};

/** The sum of the products, before and now. */
export const total = (full: boolean, { before, sum, nudged }: Frame): Piece => {
  const arrow = mark(18, (y) => <Arrow from={[0, y]} to={[18, y]} stroke="var(--quiet)" width={2} />);
  const now = inline([arrow, text(signed(sum), { strong: true, tone: toneOf(sum) })], 8);
  return stack([
    row(full, {
      products: columns([rule(), wide(full ? sumRoom : 0, none)]),
    }),
    row(full, {
      numbers: right('sum'),
      products: productsIn(coloured(signed(before), before), nudged > 0 ? now : none),
    }),
  ]);
};
