import { digitAt } from '../../data/digit.ts';
import { digitManifold } from '../../data/strokes.ts';
import { inTangent, onManifold } from '../../lab/attacks/on-manifold.ts';
import { pgd } from '../../lab/attacks/pgd.ts';
import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import { fromLevels, toLevels } from '../../lab/eight-bits.ts';
import { toUnits } from '../../lab/geometry/manifold.ts';
import { tangentNormal } from '../../lab/geometry/tangent-normal.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import type { Problem } from '../../lab/problem.ts';
import { random } from '../../lab/random.ts';
import { softmax } from '../../lab/softmax.ts';
import { add, clip, joined, length, numberAt, row, subtract } from '../../lab/vec.ts';
import { verdict } from '../../lab/verdict.ts';
import type { Run } from '../kit/contract/figure.ts';
import { variantOf } from '../kit/words/stroke-fields.ts';
import { dimension, type Found, type TangentNormalFrame } from './frame.ts';
import type { TangentNormalState } from './params.ts';

/** Random directions that the attack is compared with. */
const directions = 100;

/** What the net says of pictures, in 8 bits, that were made from x0, by their place among them. */
const ask = async (
  oracle: Oracle,
  x0: Vec,
  label: number,
  pictures: readonly Vec[],
): Promise<(place: number) => Found> => {
  const levels = toLevels(clip(joined(pictures), unitBox));
  const p = softmax(await oracle.logits(fromLevels(levels)), oracle.classes);
  return (place) => {
    const picture = digitAt(levels, place).slice();
    const own = row(p, place, oracle.classes);
    const size = length(subtract(fromLevels(picture), x0));
    return { picture, ...verdict(own), digit: numberAt(own, label), length: size };
  };
};

/** The iterates of projected gradient descent from the input itself, without the first. */
async function* iterates(problem: Problem, steps: number): AsyncGenerator<Vec, void> {
  for await (const { index, x } of pgd.run(
    problem,
    { ...pgd.defaults, steps, randomStart: false },
    random(1),
  ))
    if (index > 0) yield x;
}

/**
 * Attacks one digit freely, takes the perturbation apart, and attacks it again, first in its tangent plane
 * and on its manifold.
 */
const run: Run<TangentNormalState, TangentNormalFrame> = async function* (state, bench, signal) {
  const oracle = await bench.net(state.net);
  signal.throwIfAborted();
  const label = Number(state.digit);
  const manifold = digitManifold(label, variantOf(state));
  const latent = Float32Array.from(state.shape);
  const [x0, jacobian] = [manifold.draw(latent), manifold.jacobian(latent)];
  const goal = { kind: 'leave', labels: Int32Array.of(label) } as const;
  const ball = balls[state.size.ball];
  const free: Problem = {
    oracle,
    x0,
    goal,
    ball,
    radius: state.size.radius,
    box: unitBox,
  };

  const stream = random(state.seed);
  const shares = Array.from({ length: directions }, (_, i) => {
    const direction = balls.l2.sampleOfSize(dimension, 1, stream.fork(i));
    return tangentNormal(direction, jacobian).tangentShare;
  });
  const start = (await ask(oracle, x0, label, [x0]))(0);
  let frame: TangentNormalFrame = {
    step: 0,
    label,
    rank: tangentNormal(x0, jacobian).rank,
    random: shares,
    share: 0,
    start,
    anywhere: start,
    tangent: start,
    latent: start,
    withAlong: start,
    withAcross: start,
    nudge: new Float32Array(dimension),
    along: new Float32Array(dimension),
    across: new Float32Array(dimension),
    moved: Array.from(latent, () => 0),
  };
  yield frame;

  let nudge: Vec = new Float32Array(dimension);
  for await (const x of iterates(free, state.steps)) {
    signal.throwIfAborted();
    nudge = subtract(x, x0);
    const parts = tangentNormal(nudge, jacobian);
    const pictures = [x, add(x0, parts.tangent), add(x0, parts.normal)];
    const found = await ask(oracle, x0, label, pictures);
    frame = {
      ...frame,
      step: frame.step + 1,
      anywhere: found(0),
      withAlong: found(1),
      withAcross: found(2),
      nudge,
      along: parts.tangent,
      across: parts.normal,
      share: parts.tangentShare,
    };
    yield frame;
  }

  // The tangent plane gets the length that the free attack has used, whatever it was measured in.
  const flat = inTangent({ oracle, x0, goal, ball: balls.l2, radius: length(nudge) }, jacobian);
  const curved = onManifold({ oracle, goal, ball: balls.linf, radius: state.reach }, manifold, latent);
  const inPlane = iterates(flat.problem, state.steps);
  const from = toUnits(manifold, latent);
  for await (const units of iterates(curved.problem, state.steps)) {
    signal.throwIfAborted();
    const plane = await inPlane.next();
    const pictures = [flat.pictures(plane.value ?? new Float32Array(frame.rank)), curved.pictures(units)];
    const found = await ask(oracle, x0, label, pictures);
    frame = {
      ...frame,
      step: frame.step + 1,
      tangent: found(0),
      latent: found(1),
      moved: [...subtract(units, from)],
    };
    yield frame;
  }
};

export default run;
