import type { Ink } from '../../data/ink.ts';
import { rasteriseInk } from '../../data/ink-raster.ts';
import { drawDigit, variants } from '../../data/strokes/draw.ts';
import { attacks } from '../../lab/attacks/index.ts';
import type { Ball } from '../../lab/ball.ts';
import { balls } from '../../lab/balls/index.ts';
import { toEightBits } from '../../lab/eight-bits.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import type { Problem } from '../../lab/problem.ts';
import { random, type Random } from '../../lab/random.ts';
import { crossEntropy, softmax } from '../../lab/softmax.ts';
import { solve, type Solution } from '../../lab/solve.ts';
import type { Step } from '../../lab/attack.ts';
import { argmax, clip, row, subtract } from '../../lab/vec.ts';
import type { Run } from '../kit/figure.ts';
import type { AttackFrame } from './frame.ts';
import { netOf, ownNet } from './own-net.ts';
import { radiusOf, stepsOf, type AttackState } from './params.ts';

const box = [0, 1] as const;

const toLevels = (x: Vec): Uint8Array<ArrayBuffer> => Uint8Array.from(x, (value) => Math.round(255 * value));
const toUnits = (levels: Uint8Array): Vec => Float32Array.from(levels, (level) => level / 255);

const ways = ['first', 'second', 'third'];

/** A drawing that reaches less far than this, of the pad's 255 units, is a dot. */
const smallest = 40;

const reachOf = (drawing: Ink): number => {
  const points = drawing.flat();
  const extent = (places: readonly number[]): number => Math.max(...places) - Math.min(...places);
  return Math.max(extent(points.map(({ x }) => x)), extent(points.map(({ y }) => y)));
};

const sourceOf = ({ input, drawing }: AttackState): AttackFrame['source'] => {
  if (input === 'stroke') return 'stroke';
  if (drawing.every((stroke) => stroke.length === 0)) return 'nothing-drawn';
  return reachOf(drawing) < smallest ? 'dot' : 'drawn';
};

/** What is attacked. Without a drawing it is the digit of the pen, so that there is always something to see. */
const inputOf = (state: AttackState): { readonly levels: Uint8Array; readonly source: AttackFrame['source'] } => {
  const source = sourceOf(state);
  if (source === 'drawn') return { levels: rasteriseInk(state.drawing), source };
  const digit = Number(state.digit);
  const way = Math.min(ways.indexOf(state.way), variants(digit).length - 1);
  return { levels: toLevels(drawDigit(digit, way, state.shape)), source };
};

/**
 * The picture in 8 bits after a random nudge of the same size as the attack's: what box and rounding take from a random
 * direction is made up by going further along it.
 */
const randomNudge = (x0: Vec, ball: Ball, size: number, stream: Random): Vec => {
  const direction = ball.sampleOfSize(x0.length, 1, stream);
  const along = (length: number): Vec =>
    toEightBits(
      clip(
        x0.map((value, i) => value + length * (direction[i] as number)),
        box,
      ),
      box,
    );
  // Smaller than rounding: a size that is reached but for the last bit is reached.
  const reached = (picture: Vec): boolean => ball.size(subtract(picture, x0)) >= size - 1e-6;
  let low = 0;
  let high = size;
  while (!reached(along(high)) && high < 8 * size) [low, high] = [high, 2 * high];
  if (low === 0) return along(high);
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (reached(along(middle))) high = middle;
    else low = middle;
  }
  return along(high);
};

/** The logits of several pictures, asked in one batch. */
const ask = async (oracle: Oracle, ...pictures: readonly Vec[]): Promise<readonly Vec[]> => {
  const batch = new Float32Array(pictures.length * oracle.dimension);
  pictures.forEach((picture, i) => batch.set(picture, i * oracle.dimension));
  const logits = await oracle.logits(batch);
  return pictures.map((_, i) => row(logits, i, oracle.classes).slice());
};

/** The attack's path of steps as one value each, the last with the verdict. */
async function* withVerdict(
  path: AsyncGenerator<Step, Solution>,
  steps: number,
): AsyncGenerator<{ readonly step: Step; readonly outcome: AttackFrame['outcome'] }, void> {
  for (;;) {
    const next = await path.next();
    if (next.done === true) return;
    const end = next.value.index < steps ? undefined : await path.next();
    yield { step: next.value, outcome: (end?.done === true ? end.value.outcomes[0] : undefined) ?? 'running' };
  }
}

/** Attacks one picture; every frame is a picture in 8 bits that the net was asked about again. */
const run: Run<AttackState, AttackFrame> = async function* (state, bench, signal) {
  const { levels, source } = inputOf(state);
  const net = netOf(state);
  const oracle = net === 'own' ? await ownNet(bench, state) : await bench.net(net);
  signal.throwIfAborted();
  const x0 = toUnits(levels);
  const [first = new Float32Array(oracle.classes)] = await ask(oracle, x0);
  const before = softmax(first, oracle.classes);
  const said = source === 'drawn' ? state.meant : state.digit;
  const label = said === 'net' ? argmax(first) : Number(said);
  const goal = { kind: state.goal, label: state.goal === 'reach' ? Number(state.target) : label } as const;
  const labels = Int32Array.of(goal.label);
  const ball = balls[state.ball];
  const stream = random(state.seed);

  let frame: AttackFrame = {
    step: 0,
    outcome: 'running',
    source,
    label,
    said: said !== 'net',
    goal,
    picture: levels,
    shown: levels,
    control: levels,
    before,
    after: before,
    random: before,
    loss: [...crossEntropy(first, labels, oracle.classes)],
    answers: [argmax(first)],
    linf: 0,
    l2: 0,
  };
  yield frame;

  const problem: Problem = { oracle, x0, goal: { kind: goal.kind, labels }, ball, radius: radiusOf(state), box };
  const setting = { random: stream.fork('attack'), signal };
  const path =
    state.attack === 'fgsm'
      ? solve(attacks.fgsm, problem, setting)
      : solve(attacks.pgd, problem, {
          ...setting,
          options: { steps: state.steps, randomStart: state.start === 'random' },
        });
  for await (const { step, outcome } of withVerdict(path, stepsOf(state))) {
    // The first frame is there already: the picture itself, even where the attack starts at a random point beside it.
    if (step.index === 0) continue;
    const shown = toEightBits(step.x, box, x0);
    const change = subtract(shown, x0);
    const control = randomNudge(x0, ball, ball.size(change), stream.fork('control'));
    const [z = first, zControl = first] = await ask(oracle, shown, control);
    frame = {
      ...frame,
      step: step.index,
      outcome,
      shown: toLevels(shown),
      control: toLevels(control),
      after: softmax(z, oracle.classes),
      random: softmax(zControl, oracle.classes),
      loss: [...frame.loss, ...crossEntropy(z, labels, oracle.classes)],
      answers: [...frame.answers, argmax(z)],
      linf: balls.linf.size(change),
      l2: balls.l2.size(change),
    };
    yield frame;
  }
};

export default run;
