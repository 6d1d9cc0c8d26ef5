import { pairs } from 'd3';
import { halo, type Height, type Piece } from '../kit/drawing/pieces.ts';
import { overSums } from './axis.tsx';
import type { Frame } from './figure.ts';
import type { Landing } from './logistic.ts';
import { colourOf, Line, px, Ring } from './marks.tsx';
import type { Scale } from './scales.ts';

/** How squares are packed: their pitch along and up, and how many stand side by side in a column. */
interface Packing {
  readonly pitch: number;
  readonly rise: number;
  readonly across: number;
}

/**
 * The largest squares with which every column keeps to its width and the fullest to the height; flat where
 * none do.
 */
const pack = (fullest: number, columnWidth: number, height: number): Packing => {
  for (let pitch = Math.min(6, columnWidth); pitch > 1; pitch -= 0.125) {
    const across = Math.max(1, Math.floor(columnWidth / pitch));
    if (Math.ceil(fullest / across) * pitch <= height) return { pitch, rise: pitch, across };
  }
  const across = Math.max(1, Math.floor(columnWidth));
  return { pitch: Math.min(1, columnWidth), rise: height / Math.ceil(fullest / across), across };
};

/**
 * One dash per square: each row of squares is a dashed line, which keeps a thousand squares to a few hundred
 * bytes.
 */
const rowsOf = (
  { sum, count }: Landing,
  { pitch, rise, across }: Packing,
  scale: Scale,
  bottom: number,
): string => {
  const rows: string[] = [];
  for (let placed = 0; placed < count; placed += across) {
    const inRow = Math.min(across, count - placed);
    const start = scale(sum) - (inRow * pitch) / 2;
    const y = bottom - (placed / across + 0.5) * rise;
    rows.push(`M${px(start)} ${px(y)}h${px(inRow * pitch)}`);
  }
  return rows.join('');
};

/** The room that the word at the furthest square needs. */
const wordWidth = 60;

/**
 * Where all sign patterns lead: one square for each, stacked over its sum; the line that they stand on is
 * drawn where it is not the axis.
 */
export const squares = (frame: Frame, tall: Height, based: boolean): Piece =>
  overSums('squares', frame, tall, ({ scale, left, right, height, size }) => {
    const { landings, before, after } = frame;
    const bottom = height - 1;
    const spacing = Math.min(64, ...pairs(landings.map(({ sum }) => scale(sum))).map(([a, b]) => b - a));
    const packing = pack(Math.max(...landings.map(({ count }) => count)), spacing * 0.95, bottom);
    const gap = packing.pitch > 2 ? 0.75 : packing.pitch > 1.2 ? 0.4 : 0;
    const square = packing.pitch - gap;
    // Where weights are 0, or the step is, many choices are equally good and none is marked.
    const alone = landings.find(({ sum }) => sum === after)?.count === 1;
    const far = scale(after);
    const side = after < before ? -1 : 1;
    const outside = (side > 0 ? right + left - far : far) > wordWidth;
    const under = landings
      .filter(({ sum }) => (far - scale(sum)) * side < wordWidth)
      .map(({ count }) => count);
    const above = packing.rise * Math.ceil(Math.max(0, ...under) / packing.across) + 9;
    return (
      <g>
        {based && <Line from={[left, height - 0.5]} to={[right, height - 0.5]} />}
        {[-1, 0, 1].map((sign) => (
          <path
            key={sign}
            d={landings
              .filter(({ sum }) => Math.sign(sum) === sign)
              .map((landing) => rowsOf(landing, packing, scale, bottom))
              .join('')}
            fill="none"
            stroke={colourOf(sign)}
            stroke-width={px(packing.rise - gap)}
            stroke-dasharray={gap > 0 ? `${square} ${gap}` : undefined}
          />
        ))}
        {alone && (
          <>
            <Ring
              x={far}
              y={bottom - packing.rise / 2}
              r={packing.pitch / 2 + 3.5}
              stroke="var(--ink)"
              fill="none"
            />
            <text
              x={px(far + (outside ? 10 : 4) * side)}
              y={px(bottom - (outside ? 3 : above))}
              text-anchor={outside === side > 0 ? 'start' : 'end'}
              font-size={size}
              font-weight={600}
              {...halo}
            >
              the best
            </text>
          </>
        )}
      </g>
    );
  });
