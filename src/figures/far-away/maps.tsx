import { Pixels } from '../kit/drawing/pieces.ts';
import { edge, isCertain, side, thousand, type BeliefMap, type FarAwayFrame } from './frame.ts';
import { rays, rayStep, type FarAwayState } from './params.ts';

/** Full scale of each class, apart in every common colour vision, and what no class is. */
const colours = [
  [255, 138, 20],
  [10, 92, 255],
  [0, 150, 110],
] as const;
const undecided = [250, 249, 246] as const;

const tones = ['var(--plus)', 'var(--minus)', 'var(--ok)'];

/** A class's tone outside the pixels of a map. */
const tone = (label: number): string => tones[label] ?? 'var(--ink)';

/**
 * The colour of the class, the fuller the larger its log-odds, full from 99.9 % on; darker where a linear
 * piece ends.
 */
const paint = ({ says, sure }: BeliefMap): Uint8Array => {
  const out = new Uint8Array(3 * side * side);
  says.forEach((said, i) => {
    const share = Math.min(1, (sure[i] ?? 0) / thousand);
    const [label, ends] = [said % edge, said >= edge];
    const end = colours[label] ?? undecided;
    const shade = ends ? 0.88 : 1;
    undecided.forEach(
      (from, c) => (out[3 * i + c] = Math.round(shade * (from + share * ((end[c] ?? 0) - from)))),
    );
  });
  return out;
};

/** The sign of a point of a class: a disc, a square, a triangle. */
export const signOf = (label: number, x: number, y: number, r: number) => {
  const style = { fill: tone(label), stroke: 'var(--paper)', 'stroke-width': 0.5 };
  if (label === 0) return <circle cx={x} cy={y} r={r} {...style} />;
  const d =
    label === 1
      ? `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`
      : `M${x} ${y - 1.2 * r}l${1.2 * r} ${2.2 * r}h${-2.4 * r}Z`;
  return <path d={d} {...style} />;
};

/** Room around a map for the ends of rays. */
export const brim = 9;

const round = (value: number): number => Math.round(10 * value) / 10;

/** Where the ray of an angle leaves a square around the origin whose sides are 2. */
const border = (degrees: number): readonly [number, number] => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const far = Math.max(Math.abs(cos), Math.abs(sin));
  return [cos / far, -sin / far];
};

/**
 * A square map of that size with the chosen ray; on it the data, or how small they are; around the far one,
 * in its brim, the end of every ray.
 */
export const mapIn = (which: 'near' | 'far', { angle }: FarAwayState, frame: FarAwayFrame, size: number) => {
  const map = frame[which];
  const half = size / 2;
  const [x, y] = [which === 'far' ? brim : 0, brim];
  const [cx, cy] = [x + half, y + half];
  const unit = half / map.reach;
  const at = (degrees: number, beyond = 0): readonly [number, number] => {
    const [px, py] = border(degrees);
    return [round(cx + (half + beyond) * px), round(cy + (half + beyond) * py)];
  };
  const ray = `M${cx} ${cy}L${at(angle).join(' ')}`;
  return (
    <g>
      <Pixels pixels={paint(map)} width={side} height={side} x={x} y={y} size={size} />
      {unit > 20 ? (
        Array.from(frame.labels, (label, i) => (
          <g key={i}>
            {signOf(
              label,
              round(cx + unit * (frame.x[2 * i] ?? 0)),
              round(cy - unit * (frame.x[2 * i + 1] ?? 0)),
              size / 95,
            )}
          </g>
        ))
      ) : (
        <circle cx={cx} cy={cy} r={Math.max(2.5, unit)} fill="none" stroke="var(--ink)" stroke-width={1.5} />
      )}
      <path d={ray} stroke="#111" stroke-width={2} />
      <path d={ray} stroke="#fff" stroke-width={2} stroke-dasharray="4 4" />
      {which === 'far'
        ? frame.rays.map((one, i) => {
            const [mx, my] = at(i * rayStep, 6);
            return (
              <circle
                key={i}
                cx={mx}
                cy={my}
                r={2.5}
                fill={isCertain(one) ? tone(one.limit) : 'var(--quiet)'}
              />
            );
          })
        : null}
      {Array.from({ length: rays }, (_, i) => {
        const corners = [i - 0.5, i, i + 0.5].map((step) => at(step * rayStep).join(' '));
        return (
          <path
            key={i}
            d={`M${cx} ${cy}L${corners.join('L')}Z`}
            fill="transparent"
            data-set={`angle=${i * rayStep}`}
          />
        );
      })}
    </g>
  );
};
