import { line, range, scaleLinear } from 'd3';
import type { Frame } from './figure.ts';
import type { Geometry, Scale } from './geometry.ts';
import { Label, Line, px, tone } from './marks.tsx';
import { sigmoid } from './logistic.ts';

interface Props {
  readonly frame: Frame;
  readonly scale: Scale;
  readonly geometry: Geometry;
}

const samples = 120;

/** The sigmoid over the shared axis, with the untouched and the nudged point and the way between them. */
export const Curve = ({ frame, scale, geometry }: Props) => {
  const { before, sum } = frame;
  const { axis, ends } = geometry;
  const [top, bottom] = geometry.curve;
  const height = scaleLinear([0, 1], [bottom, top]);
  const path = line<number>(
    (z) => scale(z),
    (z) => height(sigmoid(z)),
  ).digits(2);
  const along = (from: number, to: number): string =>
    path(range(samples + 1).map((i) => from + ((to - from) * i) / samples)) ?? '';
  const [low = 0, high = 0] = scale.domain();
  return (
    <g>
      {[0, 1].map((p) => (
        <Line key={p} from={[axis[0], height(p)]} to={[axis[1], height(p)]} />
      ))}
      {ends.map(({ text, x, y, anchor }) => (
        <Label key={text} x={x} y={y} anchor={anchor} fill="var(--quiet)" halo>
          {text}
        </Label>
      ))}
      <path d={along(low, high)} fill="none" stroke="var(--quiet)" stroke-width={1.25} />
      <path d={along(before, sum)} fill="none" stroke="var(--ink)" stroke-width={3} stroke-linecap="round" />
      <circle
        cx={px(scale(before))}
        cy={px(height(sigmoid(before)))}
        r={5}
        fill="var(--paper)"
        stroke={tone(before)}
        stroke-width={2.5}
      />
      {frame.nudged > 0 && (
        <circle
          cx={px(scale(sum))}
          cy={px(height(sigmoid(sum)))}
          r={6}
          fill={tone(sum)}
          stroke="var(--paper)"
          stroke-width={1.5}
        />
      )}
    </g>
  );
};
