import { line } from 'd3';
import { median } from '../../lab/statistics/median.ts';
import { Axes, fieldOf, type ChartProps } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear, logOdds } from '../kit/drawing/chart/quantity.ts';
import { ems } from '../kit/drawing/ems.ts';
import { decimal } from '../kit/words/format.ts';
import type { EvolveFrame } from './frame.ts';
import { answerName, type Task } from './tasks.ts';

export interface HistoryProps extends Pick<ChartProps, 'x' | 'y' | 'width' | 'height' | 'size'> {
  readonly task: Task;
  readonly frame: EvolveFrame;
  readonly generations: number;
  readonly shown: number;
}

/** Names that are longer, in units of their size, find no room at the end of a line. */
const longest = 6.2;

/** How sure the net is of each champion, generation by generation: a thin line each, their median and the one shown. */
export const History = ({ task, frame, generations, shown, ...place }: HistoryProps) => {
  const { champions, history } = frame;
  const count = champions.length;
  const at = (generation: number, i: number): number => history[generation * count + i] ?? 0;
  const past = Array.from({ length: frame.generation + 1 }, (_, generation) => generation);
  const chart: ChartProps = {
    ...place,
    room: 6.9,
    across: linear('generations', [0, Math.max(1, generations)], { count: 4, format: (value) => decimal(value, 0) }),
    up: logOdds('how sure the net is, %', [task.id === 'digits' ? 0.01 : 1e-5, 0.999999]),
  };
  const field = fieldOf(chart);
  const thin = (i: number): string =>
    line<number>(
      (generation) => field.px(generation),
      (generation) => field.py(at(generation, i)),
    )(past) ?? '';
  const name = answerName(task, champions[shown]?.label ?? 0);
  return (
    <g>
      <Axes {...chart} />
      {champions.map(({ label }, i) => (
        <path key={label} d={thin(i)} fill="none" stroke="var(--edge)" stroke-width={0.75} />
      ))}
      <Lines
        field={field}
        lines={[
          {
            label: `median of ${count}`,
            points: past.map((x) => ({ x, y: median(champions.map((_, i) => at(x, i))) })),
            tone: 'var(--belief)',
            strong: true,
          },
          {
            label: ems(name) > longest ? 'shown large' : task.id === 'digits' ? `for ${name}` : name,
            points: past.map((x) => ({ x, y: at(x, shown) })),
            tone: 'var(--accent)',
          },
        ]}
      />
    </g>
  );
};
