import { line } from 'd3';
import { median } from '../../lab/statistics/median.ts';
import { chart, type Field, linear, logOdds } from '../kit/drawing/charts.ts';
import { type Piece, textWidth } from '../kit/drawing/pieces.ts';
import { decimal } from '../kit/words/format.ts';
import type { EvolveFrame } from './frame.ts';
import { answerName, type Task } from './tasks.ts';

/** Names that are longer, in units of their size, find no room at the end of a line. */
const longest = 6.2;

/**
 * How sure the net is of each champion, generation by generation: a thin line each, their median and the one
 * shown.
 */
export const history = (
  task: Task,
  frame: EvolveFrame,
  {
    generations,
    shown,
    height,
  }: { readonly generations: number; readonly shown: number; readonly height: number },
): Piece => {
  const { champions } = frame;
  const count = champions.length;
  const at = (generation: number, i: number): number => frame.history[generation * count + i] ?? 0;
  const past = Array.from({ length: frame.generation + 1 }, (_, generation) => generation);
  const thin = ({ px, py }: Field, i: number): string =>
    line<number>(
      (generation) => px(generation),
      (generation) => py(at(generation, i)),
    )(past) ?? '';
  const name = answerName(task, champions[shown]?.label ?? 0);
  return chart({
    across: linear('generations', [0, Math.max(1, generations)], {
      count: 4,
      format: (value) => decimal(value, 0),
    }),
    up: logOdds('how sure the net is, %', [task.id === 'digits' ? 0.01 : 1e-5, 0.999999]),
    height,
    under: (field) =>
      champions.map(({ label }, i) => (
        <path key={label} d={thin(field, i)} fill="none" stroke="var(--edge)" stroke-width={0.75} />
      )),
    lines: [
      {
        label: `median of ${count}`,
        points: past.map((x) => ({ x, y: median(champions.map((_, i) => at(x, i))) })),
        tone: 'var(--belief)',
        strong: true,
      },
      {
        label: textWidth(name) > longest ? 'shown large' : task.id === 'digits' ? `for ${name}` : name,
        points: past.map((x) => ({ x, y: at(x, shown) })),
        tone: 'var(--accent)',
      },
    ],
  });
};
