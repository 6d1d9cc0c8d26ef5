import { digitAt } from '../../data/digit.ts';
import { sigmoid } from '../../lab/softmax.ts';
import { beside, droppedAt, fromWidth, gap, grid, stack, wide } from '../kit/drawing/arrange.ts';
import { chart, level, linear, logOdds } from '../kit/drawing/charts.ts';
import { drawnBy, heading, picture, type Piece, text, type Tone } from '../kit/drawing/pieces.ts';
import { lengthText, shortPercent } from '../kit/words/format.ts';
import { stopsOf, walks, type ManifoldWalkFrame, type Path, type Walk } from './frame.ts';
import type { ManifoldWalkState } from './params.ts';
import { describe, names, shortNames, sureAt } from './words.ts';

const tones: Readonly<Record<Walk, Tone>> = {
  manifold: 'truth',
  straight: 'quiet',
  random: 'accent',
  attack: 'belief',
};

/** How far the scale of log-odds reaches to both sides. */
const ends = [1e-7, 1 - 1e-7] as const;

/** Words beside five places for pictures, or above them. */
const row = (words: Piece, cells: readonly Piece[], align: 'middle' | 'bottom'): Piece => {
  const places = grid(cells, { across: 5, space: 4 });
  return beside([wide(190, words), places], { align, below: 2 });
};

/** How sure the net is of the digit, or what it says instead. */
const judged = (path: Path, digit: number, stop: number): Piece => {
  const says = path.says[stop] ?? digit;
  if (says !== digit) return heading(`says ${says}`);
  const sure = shortPercent(sureAt(path, stop));
  return fromWidth(70, text(sure), text(sure.replace('\u00a0%', '')));
};

/** The pictures of one walk at its stops, each with what the net says of it. */
const strip = (walk: Walk, path: Path, { digit, stops }: ManifoldWalkFrame): Piece =>
  row(
    heading(names[walk], { tone: tones[walk] }),
    stops.map((stop, i) =>
      stack([picture({ pixels: digitAt(path.pictures, i), most: 113 }), judged(path, digit, stop)], 2),
    ),
    'middle',
  );

/** How long the change is at each stop. */
const lengths = ({ steps }: ManifoldWalkState, { digit, step, paths }: ManifoldWalkFrame): Piece =>
  row(
    fromWidth(
      200,
      text(`length of the change; below: how sure of ${digit}, %`),
      stack([text('length of the change;'), text(`below: how sure of ${digit}`)]),
    ),
    stopsOf(steps).map((stop, i) =>
      text(stop > step ? '…' : i === 0 ? '0' : lengthText(paths[0]?.length[stop] ?? 0)),
    ),
    'bottom',
  );

const certainty = ({ digit, paths }: ManifoldWalkFrame): Piece => {
  const far = Math.max(1, ...paths.map(({ length }) => length.at(-1) ?? 0));
  return chart({
    across: linear('length of the change from the first picture (L2)', [0, far]),
    up: logOdds(`how sure it is of ${digit}, % (log-odds)`, ends),
    height: 210,
    lines: walks.map((walk, i) => ({
      label: shortNames[walk],
      tone: `var(--${tones[walk]})`,
      strong: walk === 'attack' || walk === 'manifold',
      points: (paths[i]?.odds ?? []).map((odds, step) => ({
        x: paths[i]?.length[step] ?? 0,
        y: Math.min(1 - 1e-9, Math.max(1e-9, sigmoid(odds))),
      })),
    })),
    under: (field) => level(0.5, field, { tone: 'var(--edge)', dash: '2 3' }),
  });
};

/**
 * Four strips of pictures, each further from the digit to the right, and how sure the net is of it along each
 * way.
 */
export default drawnBy<ManifoldWalkState, ManifoldWalkFrame>(({ state, frame }) => {
  const strips = walks.map((walk, i) => strip(walk, frame.paths[i] as Path, frame));
  return {
    title: describe(state, frame),
    content: stack(
      [
        stack([lengths(state, frame), ...strips.slice(0, 1)], 4),
        ...strips.slice(1),
        gap(2),
        droppedAt(3, certainty(frame)),
      ],
      12,
    ),
  };
});
