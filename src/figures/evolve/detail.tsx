import { netWords } from '../../nets/catalogue.ts';
import { readGenome } from '../../lab/evolution/any-genome.ts';
import { cutTo, ems } from '../kit/drawing/ems.ts';
import { plural } from '../kit/words/format.ts';
import { GenomePicture } from '../kit/drawing/genome.tsx';
import type { EvolveFrame } from './frame.ts';
import { GenomeGraph } from './genome-graph.tsx';
import { answerName, othersOf, type Task } from './tasks.ts';
import type { EvolveState } from './params.ts';
import { sureText } from './words.ts';

export interface DetailProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Width of the large picture, and how high the genome is drawn. */
  readonly big: number;
  readonly graph: number;
  readonly size: number;
  readonly task: Task;
  readonly state: EvolveState;
  readonly frame: EvolveFrame;
  /** The champion's place. */
  readonly place: number;
  /** Where the words begin: beside the picture, or under it if not given. */
  readonly beside?: number;
}

const outputNames = { grey: ['level'], rgb: ['red', 'green', 'blue'], hsv: ['hue', 'sat.', 'value'] } as const;

const lines = 1.4;

/** Down to where the other nets begin: what the net says, and when the picture was born if it was seen to. */
const introOf = ({ genome }: EvolveState): number => (genome === '' ? 5.8 : 4.4);

/** Height of what stands beside or under the large picture. */
const wordsHeight = (state: EvolveState, graph: number, onlookers: number, size: number): number =>
  (introOf(state) + 0.8 + (onlookers === 0 ? 0 : 1.9 + lines * onlookers) + 2.4) * size + graph;

/** Height of it all; pixels have no graph. */
export const detailHeight = (
  props: Pick<DetailProps, 'big' | 'graph' | 'size' | 'state' | 'frame' | 'place'> & { readonly beside?: number },
): number => {
  const { genome } = props.frame.champions[props.place] ?? {};
  const graph = genome === undefined || readGenome(genome).kind === 'direct' ? 1.5 * props.size : props.graph;
  const words = wordsHeight(props.state, graph, othersOf(props.state.net).length, props.size);
  return props.beside === undefined ? props.big + words : Math.max(props.big, words);
};

/** One champion: its picture large, what evolved it from, and what the nets say that took no part. */
export const Detail = ({ x, y, width, big, graph, size, task, state, frame, place, beside }: DetailProps) => {
  const champion = frame.champions[place];
  if (champion === undefined) return null;
  const genome = readGenome(champion.genome);
  const others = othersOf(state.net);
  const left = beside ?? x;
  const room = width - (left - x);
  const top = beside === undefined ? y + big : y - 0.4 * size;
  const judges = top + introOf(state) * size;
  const drawn = judges + (others.length === 0 ? 0 : (1.9 + lines * others.length) * size);
  const alone = state.genome !== '';
  const patterned = genome.graph !== undefined;
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <GenomePicture genome={champion.genome} pixels={patterned ? 360 : task.side} {...{ x, y }} size={big} />
      <text x={left} y={top + 1.5 * size} font-weight={600}>
        {cutTo(answerName(task, champion.label), 0.6 * (room / size))}, {sureText(champion.sure)} %
      </text>
      <text x={left} y={top + 2.9 * size} fill="var(--quiet)">
        for {netWords(state.net).said}
      </text>
      {alone ? null : (
        <text x={left} y={top + 4.3 * size} fill="var(--quiet)">
          born in generation {champion.born}
        </text>
      )}
      {others.length === 0 ? null : (
        <text x={left} y={judges + 0.6 * size} font-weight={600}>
          nets that took no part say, %
        </text>
      )}
      {others.map((id, k) => {
        const says = frame.onlookers[k]?.says[place] ?? 0;
        const agrees = says === champion.label;
        const baseline = judges + (2 + lines * k) * size;
        return (
          <g key={id}>
            <text x={left} y={baseline} fill="var(--quiet)">
              {netWords(id).short}
            </text>
            <text x={left + room} y={baseline} text-anchor="end" font-weight={agrees ? 600 : 400}>
              {agrees ? 'same' : cutTo(answerName(task, says), room / size - ems(netWords(id).short) - 4.4)},{' '}
              {sureText(frame.onlookers[k]?.sure[place] ?? 0)}
            </text>
          </g>
        );
      })}
      <text x={left} y={drawn + 0.9 * size} font-weight={600}>
        {patterned ? 'its genome, a small network' : 'its genome'}
      </text>
      {genome.graph === undefined ? (
        <text x={left} y={drawn + 2.4 * size} fill="var(--quiet)">
          {plural(task.side * task.side, 'number')}, one a pixel
        </text>
      ) : (
        <GenomeGraph
          x={left}
          y={drawn + 1.6 * size}
          width={room}
          height={graph}
          size={size}
          cppn={genome.graph}
          outputs={outputNames[genome.colour]}
        />
      )}
      <text
        x={left}
        y={drawn + (patterned ? graph + 2.9 * size : 4.2 * size)}
        fill="var(--accent)"
        text-decoration="underline"
        style="cursor: pointer"
        data-set={alone ? 'genome=' : `genome=${champion.genome}`}
        data-keys
      >
        {alone ? 'back to the evolution' : 'take it alone, for a link'}
      </text>
    </g>
  );
};
