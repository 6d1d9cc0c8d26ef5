import { AnswerRow } from '../kit/drawing/answer-row.tsx';
import type { View } from '../kit/contract/figure.ts';
import { decimal } from '../kit/words/format.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import type { Shown, TransferFrame } from './frame.ts';
import { Matrix, matrixHeight } from './matrix.tsx';
import { tableNetIds } from '../kit/words/digit-nets.ts';
import { saidOf, sourcesOf, type TransferState } from './params.ts';
import { isFooled } from './words.ts';

const places = {
  wide: { width: 720, label: 118, pitch: 144, picture: 112 },
  narrow: { width: 340, label: 58, pitch: 68, picture: 56 },
} as const;

const size = 13;

/** The matrix of sources and nets, and examples from the chosen cell. */
const view: View<TransferState, TransferFrame> = ({ state, frame, layout, id }) => {
  const { width, label, pitch, picture } = places[layout];
  const sources = sourcesOf(state);
  const chosen = Math.max(0, sources.indexOf(state.source));
  const net = tableNetIds.indexOf(state.shownTo);
  const done = frame.rows[chosen];
  const shown: Shown = done ?? frame.before;
  const n = frame.n;
  const top = matrixHeight(sources.length, size, layout === 'narrow');
  const made = done ? `made for ${saidOf(sources[chosen] ?? 'chance')},` : 'digits as drawn,';
  const to = `shown to ${saidOf(state.shownTo)}`;
  const heads = layout === 'wide' ? [`${made} ${to}`] : [made, to];
  const wanted = state.made === 'attacked' || !done ? 'drawn' : 'made to be';
  const rowTop = top + (1.8 + 1.3 * (heads.length - 1)) * size;
  const height = rowTop + picture + 3.4 * size;
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      air={3}
      title="A table of nets: how many of the pictures made to fool the net of a row also fool the net of a column, and some of these pictures"
    >
      <Matrix {...{ state, frame, width, label, size }} narrow={layout === 'narrow'} />
      {heads.map((head, line) => (
        <text key={line} x={0} y={top + (1 + 1.3 * line) * size} font-size={size} font-weight={600}>
          {head}
        </text>
      ))}
      <AnswerRow
        x={0}
        y={rowTop}
        pitch={pitch}
        picture={picture}
        pictures={shown.pictures}
        words="below"
        size={size}
        answers={Array.from({ length: Math.min(5, n) }, (_, i) => ({
          text: `says ${decimal(shown.says[net * n + i] ?? 0, 0)}`,
          fooled: done !== undefined && isFooled(state, shown, net, i),
        }))}
      />
      {Array.from({ length: Math.min(5, n) }, (_, i) => (
        <text
          key={i}
          x={i * pitch + picture / 2}
          y={rowTop + picture + 2.5 * size}
          text-anchor="middle"
          font-size={size}
          fill="var(--quiet)"
        >
          {layout === 'narrow' ? (wanted === 'drawn' ? 'drawn' : 'for') : wanted} {shown.labels[i]}
        </text>
      ))}
    </Svg>
  );
};

export default view;
