import { withArticle } from '../kit/words/grammar.ts';
import { AnswerRow, answerRowHeight } from '../kit/drawing/answer-row.tsx';
import { decimal } from '../kit/words/format.ts';

interface StripRow {
  readonly name: string;
  readonly pictures: Uint8Array;
  readonly says: readonly number[];
}

export interface StripProps {
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Width of a picture. */
  readonly picture: number;
  readonly rows: readonly StripRow[];
  readonly label: number;
  /** Who says what it is. */
  readonly net: string;
  /** The ε of each picture so far, and how many there will be. */
  readonly epsilons: readonly number[];
  readonly slots: number;
}

/** As many pictures as have room. */
const most = 9;
const pixels = 784;

const rowPitch = (picture: number, size: number): number => answerRowHeight(picture, 'below', size) + 2 * size;

/** Height of a strip with so many rows. */
export const stripHeight = (picture: number, size: number, rows: number): number =>
  3.4 * size + rows * rowPitch(picture, size);

/** One digit at growing ε, a row for each nudge, and what the net says of each picture. */
export const Strip = ({ y, width, size, picture, rows, label, net, epsilons, slots }: StripProps) => {
  const every = Math.ceil(slots / most);
  const kept = epsilons.flatMap((epsilon, i) => (i % every === 0 ? [{ epsilon, i }] : []));
  const columns = Math.ceil(slots / every);
  const pitch = (width - picture) / Math.max(1, columns - 1);
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={0} y={y + size} font-weight={600} fill="var(--ink)">
        {withArticle(String(label))} at each ε, and what {net} says
      </text>
      {kept.map(({ epsilon, i }, place) => (
        <text key={i} x={place * pitch + picture / 2} y={y + 2.5 * size} text-anchor="middle" fill="var(--quiet)">
          {decimal(epsilon, 3).replace(/^0\./u, '.')}
        </text>
      ))}
      {rows.map(({ name, pictures, says }, r) => {
        const top = y + 3.2 * size + r * rowPitch(picture, size);
        const shown = new Uint8Array(kept.length * pixels);
        kept.forEach(({ i }, place) => shown.set(pictures.subarray(i * pixels, (i + 1) * pixels), place * pixels));
        return (
          <g key={name}>
            <text x={0} y={top + size} fill="var(--quiet)">
              {name}
            </text>
            <AnswerRow
              x={0}
              y={top + 1.5 * size}
              {...{ pitch, picture, size }}
              pictures={shown}
              answers={kept.map(({ i }) => ({ text: String(says[i] ?? ''), fooled: says[i] !== label }))}
              words="below"
            />
          </g>
        );
      })}
    </g>
  );
};
