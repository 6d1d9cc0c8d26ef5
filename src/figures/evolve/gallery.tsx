import { BeliefMark } from '../kit/drawing/belief-bars.tsx';
import { wrapTo } from '../kit/drawing/ems.ts';
import { GenomePicture } from '../kit/drawing/genome.tsx';
import type { Champion } from './frame.ts';
import { answerName, wordOf, type Task } from './tasks.ts';
import { sureAmong } from './words.ts';

/** How so many pictures share a width: columns, the distance from one to the next, and their width in whole pixels. */
export interface Grid {
  readonly columns: number;
  readonly pitch: number;
  readonly picture: number;
}

/** From one line of a name to the next. */
const leading = 1.2;

/** Every picture's name on as many lines as it needs, row by row, and where each row begins. */
const rowsOf = ({ columns, pitch, picture }: Grid, names: readonly string[], size: number) => {
  const lines = names.map((name) => wrapTo(name, pitch / size - 0.25));
  const rows = Array.from({ length: Math.ceil(names.length / columns) }, (_, row) => {
    const most = Math.max(...lines.slice(row * columns, (row + 1) * columns).map(({ length }) => length));
    return { most, height: picture + (2.3 + leading * most) * size };
  });
  const tops = rows.map((_, row) => rows.slice(0, row).reduce((sum, { height }) => sum + height, 0));
  return { lines, rows, tops };
};

/** Height of the pictures with their words. */
export const galleryHeight = (grid: Grid, names: readonly string[], size: number): number => {
  const { rows, tops } = rowsOf(grid, names, size);
  return (tops.at(-1) ?? 0) + (rows.at(-1)?.height ?? 0);
};

export interface GalleryProps {
  readonly y: number;
  readonly size: number;
  readonly grid: Grid;
  readonly task: Task;
  readonly champions: readonly Champion[];
  /** The place of the one that is shown large. */
  readonly shown: number;
}

/** The best picture so far for each class, as the net was shown it, with the class and how sure the net is. A click shows one large. */
export const Gallery = ({ y, size, grid, task, champions, shown }: GalleryProps) => {
  const names = champions.map(({ label }) => answerName(task, label));
  const { lines, tops } = rowsOf(grid, names, size);
  const written = sureAmong(champions.map(({ sure }) => sure));
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      {champions.map(({ label, genome, sure }, i) => {
        const row = Math.floor(i / grid.columns);
        const left = (i % grid.columns) * grid.pitch;
        const top = y + (tops[row] ?? 0);
        const name = names[i] ?? '';
        const foot = top + grid.picture + (1.25 + leading * (lines[i]?.length ?? 1)) * size;
        return (
          <g
            key={label}
            data-set={`cell=${wordOf(name)}`}
            data-keys
            data-chosen={String(i === shown)}
            style="cursor: pointer"
          >
            <GenomePicture {...{ genome, x: left, y: top }} pixels={task.side} size={grid.picture} />
            {i === shown ? (
              <rect
                x={left - 2}
                y={top - 2}
                width={grid.picture + 4}
                height={grid.picture + 4}
                fill="none"
                stroke="var(--accent)"
                stroke-width={3}
              />
            ) : null}
            {(lines[i] ?? []).map((line, k) => (
              <text key={k} x={left} y={top + grid.picture + (1.25 + leading * k) * size} font-weight={600}>
                {line}
              </text>
            ))}
            <BeliefMark x={left + 3} y={foot - 0.35 * size} />
            <text x={left + 9} y={foot} fill="var(--quiet)">
              {written(sure)}
            </text>
          </g>
        );
      })}
    </g>
  );
};
