import { netWords } from '../../nets/catalogue.ts';
import type { View } from '../kit/contract/figure.ts';
import { chartHeight } from '../kit/drawing/chart/chart.tsx';
import { count, plural } from '../kit/words/format.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import { Detail, detailHeight } from './detail.tsx';
import type { EvolveFrame } from './frame.ts';
import { Gallery, galleryHeight, type Grid } from './gallery.tsx';
import { History } from './history.tsx';
import { shownOf, type EvolveState } from './params.ts';
import { answerName, taskOf, type Task } from './tasks.ts';

const size = 13;

const grids: Readonly<Record<'wide' | 'narrow', Readonly<Record<Task['id'], Grid>>>> = {
  wide: {
    digits: { columns: 5, pitch: 93, picture: 84 },
    things: { columns: 8, pitch: 91, picture: 64 },
    photographs: { columns: 4, pitch: 117, picture: 108 },
  },
  narrow: {
    digits: { columns: 5, pitch: 69, picture: 56 },
    things: { columns: 4, pitch: 86, picture: 64 },
    photographs: { columns: 3, pitch: 115, picture: 108 },
  },
};

const places = {
  wide: { width: 720, detail: { x: 496, width: 224, big: 224, graph: 120 }, chart: { width: 462, height: 222 } },
  narrow: {
    width: 340,
    detail: { x: 0, width: 340, big: 224, graph: 130 },
    chart: { width: 340, height: 150 },
  },
} as const;

/** Below a gallery as wide as the drawing; the chart is as high as what stands beside it. */
const below = { detail: { x: 430, width: 290, big: 224, graph: 120 }, chart: { width: 400, height: 0 } } as const;

const alonePlaces = {
  wide: { x: 0, y: 2, width: 720, big: 364, graph: 150, beside: 396 },
  narrow: { x: 0, y: 2, width: 340, big: 338, graph: 140 },
} as const;

/** The champions, one of them large with its genome and what other nets say of it, and how sure the net grew. */
const view: View<EvolveState, EvolveFrame> = ({ state, frame, layout, id }) => {
  const wide = layout === 'wide';
  const task = taskOf(state.net);
  const { width } = places[layout];
  const shown = shownOf(state);
  const grid = grids[layout][task.id];
  // Where the names of many pictures need the whole width, the rest stands below them.
  const beside = wide && grid.columns * grid.pitch < places.wide.detail.x;
  const { detail, chart } = wide && !beside ? below : places[layout];
  const common = { size, task, frame } as const;
  const gallery = 3.3 * size;
  const galleryEnd =
    gallery +
    galleryHeight(
      grid,
      frame.champions.map(({ label }) => answerName(task, label)),
      size,
    );
  const detailTop = beside ? gallery : galleryEnd + (wide ? 12 : 6);
  const detailTall = detailHeight({ ...detail, size, state, frame, place: shown });
  const detailEnd = detailTop + detailTall;
  const chartTop = wide ? galleryEnd + 10 : detailEnd + 14;
  const tall = wide && !beside ? detailTall - chartHeight(0, size) : chart.height;
  const chartEnd = chartTop + chartHeight(tall, size);
  const alone = state.genome !== '';
  const height = Math.ceil(
    alone
      ? 4 + detailHeight({ ...alonePlaces[layout], size, state, frame, place: 0 })
      : Math.max(detailEnd, chartEnd) + 4,
  );
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      air={2}
      title={
        alone
          ? 'One evolved picture, its genome, and what several nets say of it'
          : 'The best picture evolved for each class, one of them large with its genome and what other nets say of it, and how sure the net is by generation'
      }
    >
      {alone ? (
        <Detail {...common} {...alonePlaces[layout]} state={state} place={0} />
      ) : (
        <>
          <text font-size={size} x={0} y={size} font-weight={600}>
            generation {frame.generation}: {count(frame.evaluations)} pictures shown to{' '}
            {wide ? netWords(state.net).said : 'the net'}
          </text>
          <text font-size={size} x={0} y={2.4 * size} fill="var(--quiet)">
            {wide
              ? `the best so far for each of ${plural(frame.champions.length, 'answer')}, and how sure the net is of it, %; choose one`
              : 'the best so far, and how sure the net is of it, %'}
          </text>
          <Gallery {...{ size, task, grid, shown }} y={gallery} champions={frame.champions} />
          <Detail {...common} {...detail} y={detailTop} state={state} place={shown} />
          <History
            {...common}
            {...chart}
            height={tall}
            x={0}
            y={chartTop}
            generations={state.generations}
            shown={shown}
          />
        </>
      )}
    </Svg>
  );
};

export default view;
