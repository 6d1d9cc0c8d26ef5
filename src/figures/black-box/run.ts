import { digitSize } from '../../data/digit.ts';
import { sampledDigits } from '../../data/strokes.ts';
import type { Step } from '../../lab/attack.ts';
import { boundary } from '../../lab/attacks/boundary.ts';
import { ddn } from '../../lab/attacks/ddn.ts';
import { nearest } from '../../nets/nearest.ts';
import { hopSkipJump } from '../../lab/attacks/hop-skip-jump.ts';
import { nes } from '../../lab/attacks/nes.ts';
import { simba } from '../../lab/attacks/simba.ts';
import { square } from '../../lab/attacks/square.ts';
import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import type { Oracle } from '../../lab/oracle.ts';
import { counted, type Counts } from '../../lab/oracles/counted.ts';
import type { Problem } from '../../lab/problem.ts';
import { random } from '../../lab/random.ts';
import { softmax } from '../../lab/softmax.ts';
import { argmax, length, row, subtract } from '../../lab/vec.ts';
import { verdict, type Verdict } from '../../lab/verdict.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { BlackBoxFrame, Racer, WhiteBox } from './frame.ts';
import { frames, racersOf, type BlackBoxState, type MethodId } from './params.ts';

/** As far as the box is wide in L2: nothing limits who seeks the shortest change but the questions. */
const far = Math.sqrt(digitSize);

interface Runner {
  readonly path: AsyncGenerator<Step, void>;
  readonly counts: () => Counts;
  step: Step | undefined;
  racer: Racer;
}

const start = (id: MethodId, state: BlackBoxState, problem: Problem): Omit<Runner, 'step' | 'racer'> => {
  const { oracle, counts } = counted(problem.oracle);
  const free: Problem = { ...problem, oracle, ball: balls.l2, radius: far };
  const limited: Problem = { ...problem, oracle, ball: balls.linf, radius: state.epsilon };
  const own = random(state.seed).fork(id);
  const common = { queries: state.questions, eightBits: true };
  const steps = state.questions;
  switch (id) {
    case 'hop-skip-jump':
      return { path: hopSkipJump.run(free, { ...hopSkipJump.defaults, ...common, steps }, own), counts };
    case 'boundary':
      return { path: boundary.run(free, { ...boundary.defaults, ...common, steps }, own), counts };
    case 'simba':
      return { path: simba.run(free, { ...simba.defaults, ...common, basis: 'cosines' }, own), counts };
    case 'nes':
      return { path: nes.run(limited, { ...nes.defaults, ...common }, own), counts };
    case 'square':
      return { path: square.run(limited, { ...square.defaults, ...common }, own), counts };
  }
};

/** The shortest change found with the weights. */
const whiteBox = async (problem: Problem): Promise<WhiteBox> => {
  const { oracle, counts } = counted(problem.oracle);
  let last: Step | undefined;
  const free: Problem = { ...problem, oracle, ball: balls.l2, radius: far };
  for await (const step of ddn.run(free, { ...ddn.defaults, ...nearest }, random('unused'))) last = step;
  const size = last ? length(subtract(last.x, problem.x0)) : 0;
  const fooled = last !== undefined && argmax(last.logits) !== problem.goal.labels[0];
  return { size, gradients: counts().gradients, fooled };
};

const nobody = (picture: Uint8Array, before: Verdict): Racer => ({
  picture,
  ...before,
  queries: [],
  sizes: [],
  fooled: [],
});

/**
 * Attackers that only ask, side by side on one picture; each frame is so many questions more, counted at the
 * net.
 */
const run: Run<BlackBoxState, BlackBoxFrame> = async function* (state, bench, signal) {
  const net: Oracle = await bench.net(state.net);
  signal.throwIfAborted();
  const digits = sampledDigits(10, random(state.seed));
  const x0 = row(digits.x, state.digit, net.dimension).slice();
  const labels = Int32Array.of(state.digit);
  const problem: Problem = {
    oracle: net,
    x0,
    goal: { kind: 'leave', labels },
    ball: balls.l2,
    radius: far,
    box: unitBox,
  };
  const picture = toLevels(x0);
  const before = verdict(softmax(await net.logits(x0), net.classes));
  const given = { label: state.digit, picture, ...before } as const;
  const ids = racersOf(state);
  yield { ...given, step: 0, racers: ids.map(() => nobody(picture, before)) };

  const white = await whiteBox(problem);
  const runners: Runner[] = ids.map((id) => ({
    ...start(id, state, problem),
    step: undefined,
    racer: nobody(picture, before),
  }));
  for (let step = 1; step <= frames; step++) {
    const due = (step * state.questions) / frames;
    for (const runner of runners) {
      while (runner.counts().queries < due) {
        signal.throwIfAborted();
        const next = await runner.path.next();
        if (next.done === true) break;
        runner.step = next.value;
      }
      const { racer } = runner;
      if (runner.step === undefined) continue;
      const { x, logits } = runner.step;
      const now = verdict(softmax(logits, net.classes));
      runner.racer = {
        picture: toLevels(x),
        ...now,
        queries: [...racer.queries, runner.counts().queries],
        sizes: [...racer.sizes, length(subtract(x, x0))],
        fooled: [...racer.fooled, now.says !== state.digit],
      };
    }
    yield { ...given, step, white, racers: runners.map(({ racer }) => racer) };
  }
};

export default run;
