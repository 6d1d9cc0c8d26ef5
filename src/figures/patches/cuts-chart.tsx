import { wilson } from '../../lab/statistics/interval.ts';
import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { shares, type Quantity } from '../kit/drawing/chart/quantity.ts';
import { count } from '../kit/words/format.ts';
import { cuts, type Tally } from './frame.ts';
import { meanSure } from './words.ts';

interface CutsChartProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly tallies: readonly Tally[];
}

const height = 150;

export const cutsHeight = (size: number): number => chartHeight(height, size);

const across: Quantity = {
  name: 'patches along each side',
  place: (value) => Math.log2(value) / Math.log2(cuts.at(-1) ?? 2),
  ticks: cuts.map((value) => ({ value, text: String(value) })),
};

/** How often the net is right, and how sure it is of whatever it says, by the number of patches. */
export const CutsChart = ({ x, y, width, size, tallies }: CutsChartProps) => {
  const n = tallies[0]?.n ?? 0;
  const chart = { x, y, width, height, size, room: 6.4, across, up: shares(`% of ${count(n)} pictures`, [0, 1]) };
  const known = tallies.map((tally, i) => ({ tally, cut: cuts[i] ?? 1 })).filter(({ tally }) => tally.n > 0);
  return (
    <>
      <Axes {...chart} />
      <Lines
        field={fieldOf(chart)}
        lines={[
          {
            label: 'right',
            points: known.map(({ tally, cut }) => {
              const { rate, low, high } = wilson(tally.shape, tally.n);
              return { x: cut, y: rate, low, high };
            }),
            tone: 'var(--truth)',
            dots: true,
            strong: true,
          },
          {
            label: 'how sure',
            points: known.map(({ tally, cut }) => ({ x: cut, y: meanSure(tally) })),
            tone: 'var(--belief)',
            dash: '5 3',
          },
        ]}
      />
    </>
  );
};
