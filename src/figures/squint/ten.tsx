import { Pixels } from '../kit/drawing/pixels.tsx';
import { blurred, part } from './blurred.ts';
import { blurAt, type SquintFrame } from './frame.ts';
import type { SquintState } from './params.ts';

export interface TenProps {
  readonly state: SquintState;
  readonly frame: SquintFrame;
  readonly y: number;
  readonly size: number;
  readonly small: number;
  readonly pitch: number;
  readonly perRow: number;
}

/** Height of the ten in that many rows. */
export const tenHeight = (rows: number, small: number, size: number): number =>
  1.7 * size + rows * (small + 3.2 * size);

/** All ten evolved pictures under the blur, each with what the net says and whose shape it is likest. */
export const Ten = ({ state, frame, y: top, size, small, pitch, perRow }: TenProps) => {
  const b = blurAt(state.blur);
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={0} y={top + size} font-weight={600}>
        all ten{state.blur === 0 ? '' : ', blurred'}
      </text>
      <g fill="var(--quiet)">
        <text x={10.5 * size} y={top + size}>
          <tspan fill="var(--belief)">net says</tspan> · <tspan fill="var(--truth)">likest to</tspan>
        </text>
      </g>
      {Array.from({ length: 10 }, (_, k) => {
        const x = (k % perRow) * pitch;
        const y = top + 1.7 * size + Math.floor(k / perRow) * (small + 3.2 * size);
        const says = frame.says[10 * b + k] ?? 0;
        const likest = frame.likest[10 * b + k] ?? 0;
        return (
          <g key={k} data-set={`digit=${k}`}>
            <Pixels
              pixels={blurred(part(frame.pictures, k), state.blur)}
              width={28}
              height={28}
              x={x}
              y={y}
              size={small}
            />
            {k === Number(state.digit) ? (
              <rect
                x={x - 2.5}
                y={y - 2.5}
                width={small + 5}
                height={small + 5}
                fill="none"
                stroke="var(--accent)"
                stroke-width={2}
              />
            ) : null}
            <text
              x={x + small / 2}
              y={y + small + 1.25 * size}
              text-anchor="middle"
              font-weight={says === k ? 600 : 400}
            >
              <tspan fill="var(--belief)">{says}</tspan>
              <tspan fill="var(--quiet)"> · </tspan>
              <tspan fill="var(--truth)" font-weight={likest === k ? 600 : 400}>
                {likest}
              </tspan>
            </text>
            <text x={x + small / 2} y={y + small + 2.45 * size} text-anchor="middle" fill="var(--quiet)">
              for {k}
            </text>
          </g>
        );
      })}
    </g>
  );
};
