import { digitSide, digitSize } from '../../data/digit.ts';
import { fromLevels } from '../../lab/eight-bits.ts';
import type { Encoding } from '../../lab/evolution/encoding.ts';
import { cppn } from '../../lab/evolution/encodings/cppn.ts';
import { direct } from '../../lab/evolution/encodings/direct.ts';
import { mapElites, mnistEvolution, type Archive } from '../../lab/evolution/map-elites.ts';
import type { Answers } from '../../lab/oracle.ts';
import { softmax } from '../../lab/softmax.ts';
import { median } from '../../lab/statistics/median.ts';
import { verdicts } from '../../lab/verdict.ts';
import type { NetId } from '../../nets/net.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { FoolingClassFrame } from './frame.ts';
import { lastRound, type FoolingClassState } from './params.ts';

const rounds: readonly NetId[] = [
  'digits-plus-0',
  'digits-plus-1',
  'digits-plus-2',
  'digits-plus-3',
  'digits-plus-4',
  'digits-plus-5',
];

const encodings: Readonly<Record<FoolingClassState['encoding'], Encoding<unknown>>> = {
  cppn: cppn({ colour: 'grey' }),
  direct: direct({ size: digitSide, colour: 'grey' }),
};

const digits = Array.from({ length: 10 }, (_, digit) => digit);

const netOf = (round: number): NetId => rounds[round] ?? 'digits-plus-0';

const nextSaid = async (
  next: Answers | undefined,
  pictures: Uint8Array,
): Promise<Pick<FoolingClassFrame, 'nextSays' | 'nextSure'>> => {
  if (next === undefined) return { nextSays: new Uint8Array(), nextSure: new Float32Array() };
  const p = softmax(await next.logits(fromLevels(pictures)), next.classes);
  const all = verdicts(p, next.classes);
  return {
    nextSays: Uint8Array.from(all, ({ says }) => says),
    nextSure: Float32Array.from(all, ({ sure }) => sure),
  };
};

/**
 * Evolves a picture for each digit against the net of a round; every generation is a frame, shown to the next
 * net too.
 */
const run: Run<FoolingClassState, FoolingClassFrame> = async function* (state, bench, signal) {
  const net = await bench.net(netOf(state.round));
  const next = state.round < lastRound ? await bench.net(netOf(state.round + 1)) : undefined;
  signal.throwIfAborted();
  let medians: readonly number[] = [];
  const settings = { ...mnistEvolution, seed: state.seed, classes: digits };
  const evolution: AsyncGenerator<Archive<unknown>, void> = mapElites(
    net,
    encodings[state.encoding],
    settings,
  );
  for await (const { generation, evaluations, cells } of evolution) {
    signal.throwIfAborted();
    const pictures = new Uint8Array(digits.length * digitSize);
    cells.forEach(({ picture }, i) => pictures.set(picture, i * digitSize));
    medians = [...medians, median(cells.map(({ confidence }) => confidence))];
    yield {
      generation,
      evaluations,
      pictures,
      sure: Float32Array.from(cells, ({ confidence }) => confidence),
      ...(await nextSaid(next, pictures)),
      medians,
    };
    if (generation >= state.generations) return;
  }
};

export default run;
