import { digitSide, digitSize } from '../../data/digit.ts';
import { sampledDigits } from '../../data/strokes.ts';
import { pgd } from '../../lab/attacks/pgd.ts';
import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import { fromLevels, toEightBits, toLevels } from '../../lab/eight-bits.ts';
import { cppn } from '../../lab/evolution/encodings/cppn.ts';
import { mapElites, mnistEvolution } from '../../lab/evolution/map-elites.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { ensemble } from '../../lab/oracles/ensemble.ts';
import type { Problem } from '../../lab/problem.ts';
import { random } from '../../lab/random.ts';
import { softmax } from '../../lab/softmax.ts';
import { joined, numberAt } from '../../lab/vec.ts';
import { verdicts } from '../../lab/verdict.ts';
import type { Run } from '../kit/contract/figure.ts';
import { drawn, type Shown, type TransferFrame } from './frame.ts';
import { tableNetIds } from '../kit/words/digit-nets.ts';
import { sourcesOf, togetherIds, type Source, type TransferState } from './params.ts';

const classes = 10;

interface Made {
  readonly x: Vec;
  readonly labels: Int32Array;
}

/** The net of a source that is one. */
type NetOf = (source: Source) => Oracle;

const showTo = async (netOf: NetOf, { x, labels }: Made): Promise<Shown> => {
  const n = labels.length;
  const says = new Uint8Array(tableNetIds.length * n);
  const sure = new Float32Array(tableNetIds.length * n);
  for (const [m, id] of tableNetIds.entries()) {
    const p = softmax(await netOf(id).logits(x), classes);
    for (const [i, one] of verdicts(p, classes).entries()) {
      says[m * n + i] = one.says;
      sure[m * n + i] = one.sure;
    }
  }
  return {
    labels: Uint8Array.from(labels),
    says,
    sure,
    pictures: toLevels(x.subarray(0, drawn * digitSize)),
  };
};

/** The digits attacked for one source, or moved by random signs of the same size. */
const attacked = async (
  state: TransferState,
  netOf: NetOf,
  source: Source,
  digits: Made,
  signal: AbortSignal,
): Promise<Made> => {
  const { x: x0, labels } = digits;
  if (source === 'chance') {
    const stream = random(state.seed).fork('chance');
    const noise = joined(
      Array.from(labels, (_, i) => balls.linf.sampleOfSize(digitSize, state.epsilon, stream.fork(i))),
    );
    const moved = x0.map((value, i) => Math.min(1, Math.max(0, value + numberAt(noise, i))));
    return { x: toEightBits(moved, unitBox, x0), labels };
  }
  const oracle = source === 'together' ? ensemble(togetherIds.map((id) => netOf(id))) : netOf(source);
  const problem: Problem = {
    oracle,
    x0,
    goal: { kind: 'leave', labels },
    ball: balls.linf,
    radius: state.epsilon,
    box: unitBox,
  };
  let x = x0;
  for await (const step of pgd.run(
    problem,
    { ...pgd.defaults, steps: state.steps, randomStart: false },
    random('unused'),
  )) {
    signal.throwIfAborted();
    x = step.x;
  }
  return { x: toEightBits(x, unitBox, x0), labels };
};

/**
 * Pictures evolved for one source until it takes them for each digit, or patterns by chance that are nothing
 * in particular.
 */
const evolved = async (
  state: TransferState,
  netOf: NetOf,
  source: Source,
  signal: AbortSignal,
): Promise<Made> => {
  const encoding = cppn({ colour: 'grey' });
  const labels = Int32Array.from({ length: state.pictures }, (_, i) => i % 10);
  const stream = random(state.seed).fork(source);
  if (source === 'chance') {
    const patterns = Array.from(labels, (_, i) =>
      fromLevels(encoding.render(encoding.random(stream.fork(i)), digitSide)),
    );
    return { x: joined(patterns), labels };
  }
  const parts: Vec[] = [];
  for (let k = 0; k < state.pictures / 10; k++) {
    const settings = {
      ...mnistEvolution,
      offspring: 100,
      initial: 100,
      seed: `${state.seed} ${source} ${k}`,
    };
    for await (const { generation, cells } of mapElites(netOf(source), encoding, settings)) {
      signal.throwIfAborted();
      if (generation < state.generations) continue;
      parts.push(...cells.map(({ picture }) => fromLevels(picture)));
      break;
    }
  }
  return { x: joined(parts), labels };
};

/** Makes pictures for one net after the other and shows each lot to all nets, in 8 bits; a lot is a frame. */
const run: Run<TransferState, TransferFrame> = async function* (state, bench, signal) {
  const loaded = await Promise.all(tableNetIds.map(async (id) => [id, await bench.net(id)] as const));
  const nets = new Map<Source, Oracle>(loaded);
  const netOf = (source: Source): Oracle => {
    const net = nets.get(source);
    if (net === undefined) throw new RangeError(`There is no net ${source}.`);
    return net;
  };
  signal.throwIfAborted();
  const digits = sampledDigits(state.pictures, random(state.seed));
  const before = await showTo(netOf, digits);
  const rows: Shown[] = [];
  yield { n: state.pictures, before, rows: [] };
  for (const source of sourcesOf(state)) {
    const made =
      state.made === 'attacked'
        ? await attacked(state, netOf, source, digits, signal)
        : await evolved(state, netOf, source, signal);
    rows.push(await showTo(netOf, made));
    yield { n: state.pictures, before, rows: [...rows] };
  }
};

export default run;
