import { textOf } from '../../lab/reading/words.ts';
import { wordsAt } from '../../lab/reading/reader.ts';
import { BeliefMark, TruthMark } from '../kit/drawing/belief-bars.tsx';
import { cutTo } from '../kit/drawing/ems.ts';
import type { View } from '../kit/contract/figure.ts';
import { percent } from '../kit/words/format.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import type { DistractorFrame, Said } from './frame.ts';
import type { DistractorState } from './params.ts';
import { flow } from './flow.ts';
import { Passage, passageHeight } from './passage.tsx';
import { Tries, triesHeight } from './tries.tsx';
import { answerText } from './words.ts';

const places = {
  wide: { width: 720, size: 14, columns: [0, 372], column: 344, bars: 300 },
  narrow: { width: 340, size: 14, columns: [0, 0], column: 336, bars: 150 },
} as const;

interface PanelProps {
  readonly frame: DistractorFrame;
  readonly said: Said;
  readonly added: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

const panelHeight = ({ frame, added, width, size }: Omit<PanelProps, 'x' | 'y' | 'said'>): number =>
  2 * size + passageHeight({ frame, added, width, size }) + 3.4 * size;

/** A passage with what the net answers from it. */
const Panel = (props: PanelProps) => {
  const { frame, said, added, x, y, width, size } = props;
  const foot = y + 2 * size + passageHeight(props) + 1.3 * size;
  const answer = answerText(frame, said);
  return (
    <g font-size={size}>
      <text x={x} y={y + size} font-weight={600}>
        {added ? 'with one sentence more' : 'the passage'}
      </text>
      <Passage {...props} y={y + 1.6 * size} />
      <BeliefMark x={x + 5} y={foot - 0.36 * size} />
      <text x={x + 15} y={foot} font-weight={600}>
        {cutTo(`net: ${answer}, ${percent(said.sure)}`, width / size - 1.5)}
      </text>
      {answer === wordsAt(frame.words, frame.truth) ? null : (
        <>
          <TruthMark x={x + 5} y={foot + 1.14 * size} />
          <text x={x + 15} y={foot + 1.5 * size} fill="var(--quiet)">
            {cutTo(
              `${frame.known ? 'right' : 'before'}: ${wordsAt(frame.words, frame.truth)}, ${percent(said.right)}`,
              width / size - 1.5,
            )}
          </text>
        </>
      )}
    </g>
  );
};

/** The question; the passage without and with the added sentence, each with where the net points; all sentences tried. */
const view: View<DistractorState, DistractorFrame> = ({ frame, layout, id }) => {
  const { width, size, columns, column, bars } = places[layout];
  const wide = layout === 'wide';
  const shared = { frame, width: column, size } as const;
  const asked = flow(['Question:', ...frame.question], 0.93 * width, size, 0, 0);
  const lines = Array.from({ length: (asked.at(-1)?.line ?? 0) + 1 }, (_, line) =>
    textOf(asked.filter((one) => one.line === line).map(({ word }) => word)),
  );
  const top = (0.9 + 1.35 * lines.length) * size;
  const first = panelHeight({ ...shared, added: false });
  const secondTop = wide ? top : top + first + 8;
  const second = panelHeight({ ...shared, added: true });
  const keyTop = Math.max(top + first, secondTop + second) + 4;
  const triesTop = keyTop + (wide ? 3 : 3.2) * size + 12;
  const height = Math.ceil(triesTop + triesHeight(frame, layout, size) + 4);
  const keys = [
    'shaded: how surely the net means the word · framed: its answer',
    `underlined: the ${frame.known ? 'right' : 'first'} answer · dotted: never met in training`,
  ];
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      air={4}
      title={`${textOf(frame.question)} The passage with and without an added sentence, where the net points in each, and every sentence tried`}
    >
      {lines.map((line, i) => (
        <text key={i} x={0} y={(1 + 1.35 * i) * size} font-size={size} font-weight={600}>
          {line}
        </text>
      ))}
      <Panel {...shared} said={frame.before} added={false} x={columns[0]} y={top} />
      <Panel {...shared} said={frame.now} added x={columns[1]} y={secondTop} />
      <g font-size={13} fill="var(--quiet)">
        {(wide ? keys : keys.flatMap((key) => key.split(' · '))).map((key, i) => (
          <text key={key} x={0} y={keyTop + 13 * (1 + 1.4 * i)}>
            {key}
          </text>
        ))}
      </g>
      <Tries {...{ frame, layout, width, bars }} y={wide ? triesTop : triesTop + 30} size={13} />
    </Svg>
  );
};

export default view;
