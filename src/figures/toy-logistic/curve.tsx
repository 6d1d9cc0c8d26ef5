import { line, range, scaleLinear } from 'd3';
import { halo, type Piece } from '../kit/drawing/pieces.ts';
import { overSums } from './axis.tsx';
import type { Frame } from './figure.ts';
import { sigmoid } from './logistic.ts';
import { colourOf, Line, px, Ring } from './marks.tsx';

const samples = 120;

/** Room above and below the curve for the points on it. */
const air = 7;

/** The sigmoid over the shared axis, with the untouched and the nudged point and the way between them. */
export const curve = (frame: Frame): Piece =>
  overSums('curve', frame, { full: 98, least: 60 }, ({ scale, left, right, height, size }) => {
    const { before, sum } = frame;
    const up = scaleLinear([0, 1], [height - air, air]);
    const at = (z: number) => ({ x: scale(z), y: up(sigmoid(z)) });
    const path = line<number>(scale, (z) => up(sigmoid(z))).digits(2);
    const along = (from: number, to: number): string =>
      path(range(samples + 1).map((i) => from + ((to - from) * i) / samples)) ?? '';
    const [low = 0, high = 0] = scale.domain();
    return (
      <g font-size={size}>
        {[0, 1].map((p) => (
          <Line key={p} from={[left, up(p)]} to={[right, up(p)]} />
        ))}
        <text x={left} y={px(up(1) + 1.15 * size)} fill="var(--quiet)" {...halo}>
          100 % class 1
        </text>
        <text x={right} y={px(up(0) - 0.4 * size)} fill="var(--quiet)" text-anchor="end" {...halo}>
          0 %
        </text>
        <g fill="none" stroke-linecap="round">
          <path d={along(low, high)} stroke="var(--quiet)" stroke-width={1.25} />
          <path d={along(before, sum)} stroke="var(--ink)" stroke-width={3} />
        </g>
        <Ring {...at(before)} r={5} stroke={colourOf(before)} width={2.5} />
        {frame.nudged > 0 && <Ring {...at(sum)} r={6} stroke="var(--paper)" fill={colourOf(sum)} />}
      </g>
    );
  });
