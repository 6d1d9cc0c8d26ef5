import { defaultLatent, drawDigit } from '../../data/strokes.ts';
import { ddn } from '../../lab/attacks/ddn.ts';
import { unitBox } from '../../lab/box.ts';
import { nearest } from '../../nets/nearest.ts';
import { l2 } from '../../lab/balls/l2.ts';
import { toEightBits } from '../../lab/eight-bits.ts';
import { coordinatesOf, planeThrough, slice } from '../../lab/geometry/slice.ts';
import type { Answers, Oracle, Vec } from '../../lab/oracle.ts';
import type { Goal } from '../../lab/problem.ts';
import { random, type Random } from '../../lab/random.ts';
import { finish, solve } from '../../lab/solve.ts';
import { add, argmax, clip, length, subtract } from '../../lab/vec.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { SliceFrame } from './frame.ts';
import { sideOf, targetOf, type SliceState } from './params.ts';

const pictureOf = (digit: number): Vec => toEightBits(drawDigit(digit, 0, defaultLatent()), unitBox);

/** The picture after the smallest nudge in L2 that an attack finds among pictures of 8 bits. */
const attacked = async (
  oracle: Oracle,
  x0: Vec,
  goal: Goal,
  stream: Random,
  signal: AbortSignal,
): Promise<Vec> => {
  const problem = {
    oracle,
    x0,
    goal,
    ball: l2,
    radius: l2.size(new Float32Array(x0.length).fill(1)),
    box: unitBox,
  };
  const { last } = await finish(solve(ddn, problem, { random: stream, signal, options: nearest }), () =>
    signal.throwIfAborted(),
  );
  return last.x;
};

/** The two pictures that, with the digit itself, span the plane, and those of them that attacks made. */
const spanning = async (
  state: SliceState,
  oracle: Oracle,
  x0: Vec,
  signal: AbortSignal,
): Promise<{ readonly points: readonly [Vec, Vec]; readonly attacks: readonly Vec[] }> => {
  const stream = random(state.seed);
  const leave = { kind: 'leave', labels: Int32Array.of(Number(state.digit)) } as const;
  const reach = { kind: 'reach', labels: Int32Array.of(targetOf(state)) } as const;
  const away = (name: string): Vec => add(x0, l2.sampleOfSize(x0.length, 1, stream.fork(name)));
  const attack = (goal: Goal): Promise<Vec> => attacked(oracle, x0, goal, stream.fork(goal.kind), signal);
  switch (state.plane) {
    case 'random-random':
      return { points: [away('across'), away('up')], attacks: [] };
    case 'attack-random': {
      const end = await attack(leave);
      return { points: [end, away('up')], attacks: [end] };
    }
    case 'attack-attack': {
      const [end, chosen] = [await attack(leave), await attack(reach)];
      return { points: [end, chosen], attacks: [end, chosen] };
    }
    case 'digit-attack': {
      const end = await attack(leave);
      return { points: [pictureOf(targetOf(state)), end], attacks: [end] };
    }
  }
};

/** The net, asked about pictures that can be shown: what lies beyond black and white is cut off. */
const shownOf = (net: Oracle): Answers => ({
  dimension: net.dimension,
  classes: net.classes,
  logits: (x) => net.logits(clip(x, unitBox)),
});

/** Maps a plane through a digit, row by row from the bottom. */
const run: Run<SliceState, SliceFrame> = async function* (state, bench, signal) {
  const net = await bench.net(state.net);
  const origin = pictureOf(Number(state.digit));
  const { points, attacks } = await spanning(state, net, origin, signal);
  const plane = planeThrough(origin, ...points);
  const ends: SliceFrame['attacks'][number][] = [];
  for (const x of attacks) {
    const [u, v] = coordinatesOf(plane, x);
    ends.push({ says: argmax(await net.logits(x)), u, v, length: length(subtract(x, origin)) });
  }
  const side = sideOf(state);
  const predicted = new Uint8Array(side * side);
  const confidence = new Float32Array(side * side);
  const says = argmax(await net.logits(origin));
  const frame = (step: number): SliceFrame => ({
    step,
    label: Number(state.digit),
    says,
    attacks: ends,
    ...plane,
    predicted: predicted.slice(),
    confidence: confidence.slice(),
  });
  yield frame(0);
  const sides = [-state.extent, state.extent] as const;
  for await (const row of slice(shownOf(net), plane, { u: sides, v: sides, cells: side })) {
    signal.throwIfAborted();
    predicted.set(row.predicted, row.index * side);
    confidence.set(row.confidence, row.index * side);
    yield frame(row.index + 1);
  }
};

export default run;
