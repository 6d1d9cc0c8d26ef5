import { median } from '../../lab/statistics/median.ts';
import { chart, logOdds, type Point, wholes } from '../kit/drawing/charts.ts';
import { type Piece, textWidth } from '../kit/drawing/pieces.ts';
import type { EvolveFrame } from './frame.ts';
import { answerName, type Task } from './tasks.ts';

/** Names that are longer, in units of their size, find no room at the end of a line. */
const longest = 6.2;

interface HistorySpec {
  readonly generations: number;
  readonly shown: number;
  readonly height: number;
}

/**
 * How sure the net is of each champion, generation by generation: a thin line each, their median and the one
 * shown.
 */
export const history = (
  task: Task,
  frame: EvolveFrame,
  { generations, shown, height }: HistorySpec,
): Piece => {
  const { champions } = frame;
  const count = champions.length;
  const at = (generation: number, i: number): number => frame.history[generation * count + i] ?? 0;
  const past = Array.from({ length: frame.generation + 1 }, (_, generation) => generation);
  const of = (i: number): readonly Point[] => past.map((x) => ({ x, y: at(x, i) }));
  const name = answerName(task, champions[shown]?.label ?? 0);
  return chart({
    across: wholes('generations', [0, Math.max(1, generations)], 4),
    up: logOdds('how sure the net is, %', [task.id === 'digits' ? 0.01 : 1e-5, 0.999999]),
    height,
    lines: [
      ...champions.map((_, i) => ({ label: '', points: of(i), tone: 'var(--edge)', thin: true })),
      {
        label: `median of ${count}`,
        points: past.map((x) => ({ x, y: median(champions.map((_, i) => at(x, i))) })),
        tone: 'var(--belief)',
        strong: true,
      },
      {
        label: textWidth(name) > longest ? 'shown large' : task.id === 'digits' ? `for ${name}` : name,
        points: of(shown),
        tone: 'var(--accent)',
      },
    ],
  });
};
