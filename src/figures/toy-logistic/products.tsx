import { decimal, fixed, signed } from '../kit/words/format.ts';
import type { Frame, State } from './figure.ts';
import { evenScale, type Geometry } from './geometry.ts';
import { Arrow, Label, Line, px, tone, Wedge } from './marks.tsx';
import { decimalsOf } from './words.ts';

interface Props {
  readonly state: State;
  readonly frame: Frame;
  readonly geometry: Geometry;
}

/**
 * What the marks mean: a stem ends at x, a bar is a product, and a wedge is what the nudge does to either.
 */
const Keys = ({ step, geometry }: { readonly step: number; readonly geometry: Geometry }) => {
  const { columns, keys } = geometry;
  const middle = keys - 4.6;
  const stem = columns.nudge[0] - 8;
  const bar = columns.product - 40;
  return (
    <g>
      <Line from={[stem, middle]} to={[stem + 14, middle]} stroke="var(--quiet)" />
      <Line from={[stem + 14, middle - 5]} to={[stem + 14, middle + 5]} stroke="var(--quiet)" />
      <Label x={stem + 19} y={keys} fill="var(--quiet)">
        x
      </Label>
      <Wedge from={stem + 33} to={stem + 39} y={middle} done />
      <Label x={stem + 43} y={keys} fill="var(--quiet)">
        {`nudge ${decimal(step)}`}
      </Label>
      <rect x={px(bar)} y={px(middle - 5)} width={14} height={10} fill="var(--quiet)" />
      <Label x={bar + 18} y={keys} fill="var(--quiet)">
        W · x
      </Label>
      <Wedge from={bar + 60} to={bar + 66} y={middle} done />
      <Label x={bar + 70} y={keys} fill="var(--quiet)">
        nudge
      </Label>
    </g>
  );
};

/** The ten rows: weight, number and nudge, product and what the nudge adds to it; below them the sum. */
export const Products = ({ state, frame, geometry }: Props) => {
  const { columns, head, rows } = geometry;
  const { products, gains, y: nudgedX, nudged } = frame;
  const numberScale = evenScale([...state.x, ...nudgedX], columns.nudge);
  const productScale = evenScale(
    [...products, ...products.map((product, i) => product + (gains[i] ?? 0))],
    columns.bar,
  );
  const digits = {
    w: decimalsOf(state.w),
    x: decimalsOf(state.x),
    y: decimalsOf(nudgedX),
    product: decimalsOf(products),
  };
  const end = rows.top + rows.pitch * state.x.length;
  const zeros = [numberScale(0), productScale(0)];
  return (
    <g>
      <Label x={columns.w} y={head} anchor="end" fill="var(--quiet)">
        W
      </Label>
      <Label x={columns.x} y={head} anchor="end" fill="var(--quiet)">
        x
      </Label>
      <Label x={columns.y} y={head} anchor="end" fill="var(--quiet)">
        nudged x
      </Label>
      <Label x={columns.product} y={head} anchor="end" fill="var(--quiet)">
        before
      </Label>
      <Keys step={state.step} geometry={geometry} />
      {zeros.map((zero) => (
        <Line key={zero} from={[zero, rows.top]} to={[zero, end]} />
      ))}
      {state.x.map((x, i) => {
        const middle = rows.top + rows.pitch * (i + 0.5);
        const base = middle + 4.6;
        const w = state.w[i] ?? 0;
        const product = products[i] ?? 0;
        const done = i < nudged;
        const bar = [productScale(0), productScale(product)].sort((a, b) => a - b);
        return (
          <g key={i}>
            {columns.name !== null && (
              <Label x={columns.name} y={base} anchor="end" fill="var(--quiet)">
                {i + 1}
              </Label>
            )}
            <Label x={columns.w} y={base} anchor="end" weight={600} fill={tone(w)}>
              {w > 0 ? `+${fixed(w, digits.w)}` : fixed(w, digits.w)}
            </Label>
            <Label x={columns.x} y={base} anchor="end">
              {fixed(x, digits.x)}
            </Label>
            <Line from={[numberScale(0), middle]} to={[numberScale(x), middle]} stroke="var(--quiet)" />
            <Line
              from={[numberScale(x), middle - 5]}
              to={[numberScale(x), middle + 5]}
              stroke="var(--quiet)"
            />
            <Wedge from={numberScale(x)} to={numberScale(nudgedX[i] ?? x)} y={middle} done={done} />
            <Label x={columns.y} y={base} anchor="end" fill={done ? 'var(--ink)' : 'var(--quiet)'}>
              {done ? fixed(nudgedX[i] ?? x, digits.y) : '·'}
            </Label>
            <Label x={columns.product} y={base} anchor="end" weight={600} fill={tone(product)}>
              {product > 0 ? `+${fixed(product, digits.product)}` : fixed(product, digits.product)}
            </Label>
            <rect
              x={px(bar[0] ?? 0)}
              y={px(middle - 5)}
              width={px((bar[1] ?? 0) - (bar[0] ?? 0))}
              height={10}
              fill={tone(product)}
            />
            <Wedge
              from={productScale(product)}
              to={productScale(product + (gains[i] ?? 0))}
              y={middle}
              done={done}
            />
          </g>
        );
      })}
      <Line from={[columns.y + 12, end + 2]} to={[columns.bar[1], end + 2]} stroke="var(--quiet)" />
      <Label x={columns.y} y={end + 19} anchor="end" fill="var(--quiet)">
        sum
      </Label>
      <Label x={columns.product} y={end + 19} anchor="end" weight={600} fill={tone(frame.before)}>
        {signed(frame.before)}
      </Label>
      {nudged > 0 && (
        <>
          <Arrow from={columns.product + 8} to={columns.product + 26} y={end + 14.5} stroke="var(--quiet)" />
          <Label x={columns.product + 34} y={end + 19} weight={600} fill={tone(frame.sum)}>
            {signed(frame.sum)}
          </Label>
        </>
      )}
    </g>
  );
};
