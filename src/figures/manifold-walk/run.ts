import { drawDigit } from '../../data/strokes/draw.ts';
import { pgd } from '../../lab/attacks/pgd.ts';
import { l2 } from '../../lab/balls/l2.ts';
import { unitBox } from '../../lab/box.ts';
import { fromLevels, toLevels } from '../../lab/eight-bits.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { random } from '../../lab/random.ts';
import { logOdds } from '../../lab/softmax.ts';
import { clip, joined, length, mapped, numberAt, predictions, row, subtract } from '../../lab/vec.ts';
import type { Run } from '../kit/contract/figure.ts';
import { variantOf } from '../kit/words/stroke-fields.ts';
import { stopsOf, walks, type ManifoldWalkFrame, type Path, type Walk } from './frame.ts';
import type { ManifoldWalkState } from './params.ts';

/** How far the attack may go whose direction is walked. */
export const attackRadius = 2;
const attackSteps = 20;

/** Where an attack of a moderate length leads, from the picture to any other answer. */
const attacked = async (oracle: Oracle, x0: Vec, digit: number, signal: AbortSignal): Promise<Vec> => {
  const goal = { kind: 'leave', labels: Int32Array.of(digit) } as const;
  const problem = { oracle, x0, goal, ball: l2, radius: attackRadius, box: unitBox };
  let x = x0;
  for await (const step of pgd.run(problem, { ...pgd.defaults, steps: attackSteps }, random(1))) {
    signal.throwIfAborted();
    x = step.x;
  }
  return subtract(x, x0);
};

/**
 * The picture so far along a direction that, cut to black and white, it differs from the start by a length.
 */
const goneFar = (x0: Vec, direction: Vec, wanted: number): Vec => {
  const along = (t: number): Vec =>
    clip(
      mapped(x0, (value, i) => value + t * numberAt(direction, i)),
      unitBox,
    );
  let [low, high] = [0, 1];
  while (length(subtract(along(high), x0)) < wanted && high < 1e4) high *= 2;
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (length(subtract(along(middle), x0)) < wanted) low = middle;
    else high = middle;
  }
  return along(high);
};

const leadOf = (logits: Vec, digit: number): number =>
  numberAt(logits, digit) - Math.max(...logits.filter((_, label) => label !== digit));

const between = (a: ArrayLike<number>, b: ArrayLike<number>, t: number): Vec =>
  Float32Array.from({ length: a.length }, (_, i) => (1 - t) * numberAt(a, i) + t * numberAt(b, i));

/**
 * Walks from one picture in four ways, each as far from it at every step, and asks the net about each picture
 * in 8 bits.
 */
const run: Run<ManifoldWalkState, ManifoldWalkFrame> = async function* (state, bench, signal) {
  const net = await bench.net(state.net);
  signal.throwIfAborted();
  const digit = Number(state.digit);
  const draw = (shape: ArrayLike<number>): Vec => drawDigit(digit, variantOf(state), shape);
  const [first, last] = [draw(state.from), draw(state.to)];
  const x0 = fromLevels(toLevels(first));
  const directions = {
    random: l2.sampleOfSize(x0.length, 1, random(state.seed)),
    attack: await attacked(net, x0, digit, signal),
  };
  const whole = length(subtract(last, first));
  const onManifold = (t: number): Vec => draw(between(state.from, state.to, t));
  /** The picture as far from the start as the manifold's is. */
  const pictureOf = (walk: Walk, t: number): Vec => {
    if (walk === 'manifold') return onManifold(t);
    const far = length(subtract(onManifold(t), first));
    if (walk === 'straight') return between(first, last, whole === 0 ? 0 : Math.min(1, far / whole));
    return goneFar(x0, directions[walk], far);
  };
  const stops = stopsOf(state.steps);
  let paths: readonly Path[] = walks.map(() => ({
    length: [],
    odds: [],
    lead: [],
    says: [],
    pictures: new Uint8Array(),
  }));
  for (let step = 0; step <= state.steps; step++) {
    const levels = walks.map((walk) => toLevels(pictureOf(walk, step / state.steps)));
    const pictures = levels.map(fromLevels);
    const logits = await net.logits(joined(pictures));
    signal.throwIfAborted();
    const odds = logOdds(logits, new Int32Array(walks.length).fill(digit), net.classes);
    const says = predictions(logits, net.classes);
    paths = paths.map((path, i) => ({
      length: [...path.length, length(subtract(pictures[i] as Vec, x0))],
      odds: [...path.odds, numberAt(odds, i)],
      lead: [...path.lead, leadOf(row(logits, i, net.classes), digit)],
      says: [...path.says, numberAt(says, i)],
      pictures: stops.includes(step)
        ? Uint8Array.from([...path.pictures, ...(levels[i] as Uint8Array)])
        : path.pictures,
    }));
    yield { step, digit, paths, stops: stops.filter((stop) => stop <= step) };
  }
};

export default run;
