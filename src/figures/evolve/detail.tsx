import { netWords } from '../../nets/catalogue.ts';
import { readGenome } from '../../lab/evolution/any-genome.ts';
import { columns, fromWidth, pressed, stack, wide } from '../kit/drawing/arrange.ts';
import { heading, type Piece, table, text } from '../kit/drawing/pieces.ts';
import { genome as genomePicture } from '../kit/drawing/layout/genome.tsx';
import { plural } from '../kit/words/format.ts';
import type { Champion, EvolveFrame } from './frame.ts';
import { genomeGraph } from './genome-graph.tsx';
import type { EvolveState } from './params.ts';
import { answerName, othersOf, type Task } from './tasks.ts';
import { sureText } from './words.ts';

const outputNames = {
  grey: ['level'],
  rgb: ['red', 'green', 'blue'],
  hsv: ['hue', 'sat.', 'value'],
} as const;

/** What the attacked net says of it, and when it was born if that was seen. */
const verdict = (state: EvolveState, task: Task, { label, sure, born }: Champion): Piece =>
  stack([
    heading(`${answerName(task, label)}, ${sureText(sure)}\u00a0%`),
    text(`for ${netWords(state.net).said}`),
    state.genome === '' && text(`born in generation ${born}`),
  ]);

/** What the nets say that took no part. */
const onlookers = (
  state: EvolveState,
  task: Task,
  frame: EvolveFrame,
  place: number,
  { label }: Champion,
): Piece => {
  const others = othersOf(state.net);
  if (others.length === 0) return stack([]);
  return stack([
    heading('nets that took no part say, %'),
    table(
      others.map((id, k) => {
        const says = frame.onlookers[k]?.says[place] ?? 0;
        const same = says === label;
        const sure = sureText(frame.onlookers[k]?.sure[place] ?? 0);
        return [
          text(netWords(id).short),
          text(`${same ? 'same' : answerName(task, says)}, ${sure}`, {
            align: 'end',
            tone: 'ink',
            strong: same,
          }),
        ];
      }),
    ),
  ]);
};

/** What a picture was evolved from: a pattern's network, or as many numbers as it has pixels. */
const origin = (state: EvolveState, task: Task, written: string): Piece => {
  const { graph, colour } = readGenome(written);
  const alone = state.genome !== '';
  return stack(
    [
      heading(graph === undefined ? 'its genome' : 'its genome, a small network'),
      graph === undefined
        ? text(`${plural(task.side * task.side, 'number')}, one a pixel`)
        : genomeGraph(graph, outputNames[colour]),
      pressed(
        { set: alone ? 'genome=' : `genome=${written}`, keys: true },
        text(alone ? 'back to the evolution' : 'take it alone, for a link', {
          tone: 'accent',
          underline: true,
        }),
      ),
    ],
    4,
  );
};

/** One champion: its picture large, what evolved it from, and what the nets say that took no part. */
export const detail = (state: EvolveState, task: Task, frame: EvolveFrame, place: number): Piece => {
  const champion = frame.champions[place];
  if (champion === undefined) return stack([]);
  const { genome } = champion;
  const pixels = readGenome(genome).kind === 'direct' ? task.side : 360;
  const large = (most: number): Piece => genomePicture({ genome, pixels, most });
  const words = stack(
    [
      verdict(state, task, champion),
      onlookers(state, task, frame, place, champion),
      origin(state, task, genome),
    ],
    12,
  );
  const beside = (most: number): Piece => columns([wide(most, large(most)), words], { space: 32 });
  return fromWidth(600, beside(365), stack([large(state.genome === '' ? 225 : 340), words], 8));
};
