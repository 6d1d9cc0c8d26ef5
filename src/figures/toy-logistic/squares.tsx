import { pairs } from 'd3';
import type { Frame } from './figure.ts';
import type { Geometry, Scale } from './geometry.ts';
import type { Landing } from './logistic.ts';
import { Label, Line, px, tone } from './marks.tsx';

interface Props {
  readonly frame: Frame;
  readonly scale: Scale;
  readonly geometry: Geometry;
}

/** How squares are packed: their pitch and how many stand side by side in a column. */
interface Packing {
  readonly pitch: number;
  readonly across: number;
}

/** The largest squares with which every column keeps to its width and the fullest to the height. */
const pack = (fullest: number, columnWidth: number, height: number): Packing => {
  for (let pitch = 6; pitch > 1; pitch -= 0.25) {
    const across = Math.max(1, Math.floor(columnWidth / pitch));
    if (Math.ceil(fullest / across) * pitch <= height) return { pitch, across };
  }
  return { pitch: 1, across: Math.max(1, Math.floor(columnWidth)) };
};

/** One dash per square: each row of squares is a dashed line, which keeps a thousand squares to a few hundred bytes. */
const rowsOf = ({ sum, count }: Landing, { pitch, across }: Packing, scale: Scale, bottom: number): string => {
  const rows: string[] = [];
  for (let placed = 0; placed < count; placed += across) {
    const inRow = Math.min(across, count - placed);
    const start = scale(sum) - (inRow * pitch) / 2;
    const y = bottom - (placed / across + 0.5) * pitch;
    rows.push(`M${px(start)} ${px(y)}h${px(inRow * pitch)}`);
  }
  return rows.join('');
};

/** Where all sign patterns lead: one square for each, stacked over its sum. */
export const Squares = ({ frame, scale, geometry }: Props) => {
  const { landings, after, before } = frame;
  const [top, bottom] = geometry.squares;
  const gap = Math.min(64, ...pairs(landings.map(({ sum }) => scale(sum))).map(([a, b]) => b - a));
  const packing = pack(Math.max(...landings.map(({ count }) => count)), gap * 0.86, bottom - top);
  const square = packing.pitch > 2 ? packing.pitch - 0.75 : packing.pitch;
  const side = after < before ? -1 : 1;
  const most = landings.find(({ sum }) => sum === after);
  const far = scale(after);
  return (
    <g>
      <Line from={[geometry.axis[0], bottom + 1]} to={[geometry.axis[1], bottom + 1]} />
      {[-1, 0, 1].map((sign) => (
        <path
          key={sign}
          d={landings
            .filter(({ sum }) => Math.sign(sum) === sign)
            .map((landing) => rowsOf(landing, packing, scale, bottom))
            .join('')}
          fill="none"
          stroke={tone(sign)}
          stroke-width={square}
          stroke-dasharray={`${square} ${px(packing.pitch - square)}`}
        />
      ))}
      {most && frame.length > 0 && (
        <>
          <Line
            from={[far, bottom - 26]}
            to={[far, bottom - packing.pitch * Math.ceil(most.count / packing.across) - 4]}
            stroke="var(--ink)"
          />
          <Label x={far + 6 * side} y={bottom - 20} anchor={side > 0 ? 'start' : 'end'} weight={600} halo>
            ours
          </Label>
        </>
      )}
    </g>
  );
};
