import { grid, pressed, stack } from '../kit/drawing/arrange.ts';
import { heading, type Piece, text } from '../kit/drawing/pieces.ts';
import { genome } from '../kit/drawing/layout/genome.tsx';
import type { Champion } from './frame.ts';
import { answerName, wordOf, type Task } from './tasks.ts';
import { sureAmong } from './words.ts';

/**
 * Widths of pictures in whole pixels of what the nets see, and the least room that one gets with its name.
 */
const sizes: Readonly<Record<Task['id'], { readonly most: number; readonly least: number }>> = {
  digits: { most: 85, least: 68 },
  things: { most: 65, least: 84 },
  photographs: { most: 109, least: 113 },
};

/**
 * The best picture so far for each class, as the net was shown it, with the class and how sure the net is; a
 * press shows one large.
 */
export const gallery = (task: Task, champions: readonly Champion[], shown: number): Piece => {
  const written = sureAmong(champions.map(({ sure }) => sure));
  return grid(
    champions.map(({ label, genome: genes, sure }, i) => {
      const name = answerName(task, label);
      return pressed(
        { set: `cell=${wordOf(name)}`, keys: true, chosen: i === shown },
        stack([
          genome({ genome: genes, pixels: task.side, most: sizes[task.id].most, chosen: i === shown }),
          heading(name),
          text(written(sure), { mark: 'belief' }),
        ]),
      );
    }),
    { least: sizes[task.id].least, rowSpace: 8 },
  );
};
