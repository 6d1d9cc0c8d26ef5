import { bare, BeliefMark } from '../kit/belief-bars.tsx';
import { cutTo } from '../kit/ems.ts';
import { GenomePicture } from '../kit/genome.tsx';
import type { Champion } from './frame.ts';
import { answerName, wordOf, type Task } from './tasks.ts';

/** How so many pictures share a width: columns, the distance from one to the next, and their width in whole pixels. */
export interface Grid {
  readonly columns: number;
  readonly pitch: number;
  readonly picture: number;
}

const rowHeight = ({ picture }: Grid, size: number): number => picture + 3.5 * size;

/** Height of the pictures with their words. */
export const galleryHeight = (grid: Grid, count: number, size: number): number =>
  Math.ceil(count / grid.columns) * rowHeight(grid, size);

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
export const Gallery = ({ y, size, grid, task, champions, shown }: GalleryProps) => (
  <g font-size={size} style="font-variant-numeric: tabular-nums">
    {champions.map(({ label, genome, sure }, i) => {
      const left = (i % grid.columns) * grid.pitch;
      const top = y + Math.floor(i / grid.columns) * rowHeight(grid, size);
      const name = answerName(task, label);
      return (
        <g key={label} data-set={`cell=${wordOf(name)}`} style="cursor: pointer">
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
          <text x={left} y={top + grid.picture + 1.25 * size} font-weight={600}>
            {cutTo(name, grid.pitch / size)}
          </text>
          <BeliefMark x={left + 3} y={top + grid.picture + 2.1 * size} />
          <text x={left + 9} y={top + grid.picture + 2.45 * size} fill="var(--quiet)">
            {bare(sure)}
          </text>
        </g>
      );
    })}
  </g>
);
