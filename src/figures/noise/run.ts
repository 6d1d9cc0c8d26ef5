import { digitAt, digitSide, digitSize } from '../../data/digit.ts';
import { fromLevels } from '../../lab/eight-bits.ts';
import { draws } from '../../lab/geometry/random-pictures.ts';
import type { Answers } from '../../lab/oracle.ts';
import { random } from '../../lab/random.ts';
import { softmax } from '../../lab/softmax.ts';
import { argmax } from '../../lab/vec.ts';
import { verdicts } from '../../lab/verdict.ts';
import type { Run } from '../kit/contract/figure.ts';
import { bins, thresholds, type Counted, type NoiseFrame } from './frame.ts';
import { batch, netIds, type NoiseState } from './params.ts';

const shown = 5;

const nothing: Counted = {
  sure: thresholds.map(() => 0),
  histogram: Array.from({ length: bins.count }, () => 0),
  answers: Array.from({ length: 10 }, () => 0),
  best: new Uint8Array(digitSize),
  bestSays: 0,
  bestSure: 0,
  says: [],
  surely: [],
};

const binOf = (sure: number): number => {
  const odds = Math.log(sure) - Math.log1p(-Math.min(sure, 1 - 1e-9));
  return Math.min(bins.count - 1, Math.max(0, Math.floor((odds - bins.from) / bins.width)));
};

/** The counts with a net's answers for some more pictures. */
const counted = async (net: Answers, pictures: Uint8Array, before: Counted): Promise<Counted> => {
  const p = softmax(await net.logits(fromLevels(pictures)), net.classes);
  const all = verdicts(p, net.classes);
  const [says, surely] = [all.map((one) => one.says), all.map((one) => one.sure)];
  const surest = argmax(Float32Array.from(surely));
  const better = (surely[surest] ?? 0) > before.bestSure;
  const plus = (counts: readonly number[], places: readonly number[]): readonly number[] => {
    const sums = [...counts];
    for (const place of places) sums[place] = (sums[place] ?? 0) + 1;
    return sums;
  };
  return {
    sure: before.sure.map((n, k) => n + surely.filter((value) => value >= (thresholds[k] ?? 1)).length),
    histogram: plus(before.histogram, surely.map(binOf)),
    answers: plus(before.answers, says),
    best: better ? digitAt(pictures, surest).slice() : before.best,
    bestSays: better ? (says[surest] ?? 0) : before.bestSays,
    bestSure: better ? (surely[surest] ?? 0) : before.bestSure,
    says: [...before.says, ...says].slice(0, shown),
    surely: [...before.surely, ...surely].slice(0, shown),
  };
};

/** Draws pictures by chance and asks every net about them, batch by batch. */
const run: Run<NoiseState, NoiseFrame> = async function* (state, bench, signal) {
  const nets: Answers[] = [];
  for (const id of netIds) nets.push(await bench.net(id));
  const chance = random(state.seed).fork(state.kind);
  let all = nets.map(() => nothing);
  let first = new Uint8Array();
  for (let drawn = 0; drawn <= state.pictures;) {
    signal.throwIfAborted();
    // The first frame shows the five pictures alone, before any other is drawn.
    const upTo = drawn === 0 ? shown : Math.ceil((drawn + 1) / batch) * batch;
    const pictures = new Uint8Array((upTo - drawn) * digitSize);
    for (let i = drawn; i < upTo; i++)
      pictures.set(draws[state.kind](chance.fork(i), digitSide), (i - drawn) * digitSize);
    if (drawn === 0) first = pictures;
    const next: Counted[] = [];
    for (const [k, net] of nets.entries()) next.push(await counted(net, pictures, all[k] ?? nothing));
    all = next;
    drawn = upTo;
    yield { drawn, first, nets: all };
    if (drawn === state.pictures) return;
  }
};

export default run;
