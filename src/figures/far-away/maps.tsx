import { Pixels } from '../kit/drawing/pieces.ts';
import { edge, isCertain, side, thousand, type BeliefMap, type FarAwayFrame } from './frame.ts';
import { rays, rayStep } from './params.ts';

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
export const Point = ({
  x,
  y,
  r,
  label,
}: {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly label: number;
}) => {
  const style = { fill: tone(label), stroke: 'var(--paper)', 'stroke-width': 0.5 };
  if (label === 0) return <circle cx={x} cy={y} r={r} {...style} />;
  const d =
    label === 1
      ? `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`
      : `M${x} ${y - 1.2 * r}l${1.2 * r} ${2.2 * r}h${-2.4 * r}Z`;
  return <path d={d} {...style} />;
};

interface MapProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly map: BeliefMap;
  readonly frame: FarAwayFrame;
  readonly angle: number;
  /** Whether the end of every ray stands around it, in the `brim`. */
  readonly limits: boolean;
}

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
 * A square map with the chosen ray; on it the data, or how small they are; around it, with `limits`, the end
 * of every ray.
 */
export const Map = ({ x, y, size, map, frame, angle, limits }: MapProps) => {
  const half = size / 2;
  const [cx, cy] = [x + half, y + half];
  const unit = half / map.reach;
  const [bx, by] = border(angle);
  const at = (degrees: number, share: number): string => {
    const [px, py] = border(degrees);
    return `${round(cx + share * half * px)} ${round(cy + share * half * py)}`;
  };
  return (
    <g>
      <Pixels pixels={paint(map)} width={side} height={side} x={x} y={y} size={size} />
      {unit > 20 ? (
        Array.from(frame.labels, (label, i) => (
          <Point
            key={i}
            x={round(cx + unit * (frame.x[2 * i] ?? 0))}
            y={round(cy - unit * (frame.x[2 * i + 1] ?? 0))}
            r={size / 95}
            label={label}
          />
        ))
      ) : (
        <circle cx={cx} cy={cy} r={Math.max(2.5, unit)} fill="none" stroke="var(--ink)" stroke-width={1.5} />
      )}
      <path
        d={`M${cx} ${cy}L${round(cx + half * bx)} ${round(cy + half * by)}`}
        stroke="#111"
        stroke-width={2}
      />
      <path
        d={`M${cx} ${cy}L${round(cx + half * bx)} ${round(cy + half * by)}`}
        stroke="#fff"
        stroke-width={2}
        stroke-dasharray="4 4"
      />
      {limits
        ? frame.rays.map((ray, i) => {
            const [px, py] = border(i * rayStep);
            const [mx, my] = [round(cx + (half + 6) * px), round(cy + (half + 6) * py)];
            return (
              <circle
                key={i}
                cx={mx}
                cy={my}
                r={2.5}
                fill={isCertain(ray) ? tone(ray.limit) : 'var(--quiet)'}
              />
            );
          })
        : null}
      {Array.from({ length: rays }, (_, i) => (
        <path
          key={i}
          d={`M${cx} ${cy}L${at((i - 0.5) * rayStep, 1)}L${at(i * rayStep, 1)}L${at((i + 0.5) * rayStep, 1)}Z`}
          fill="transparent"
          data-set={`angle=${i * rayStep}`}
        />
      ))}
    </g>
  );
};
