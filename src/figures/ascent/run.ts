import type { Step } from '../../lab/attack.ts';
import { ascent } from '../../lab/attacks/ascent.ts';
import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import { fromLevels, toLevels } from '../../lab/eight-bits.ts';
import type { Answers, Vec } from '../../lab/oracle.ts';
import type { Problem } from '../../lab/problem.ts';
import { random } from '../../lab/random.ts';
import { solve } from '../../lab/solve.ts';
import { softmax } from '../../lab/softmax.ts';
import { length, numberAt, subtract } from '../../lab/vec.ts';
import { verdict, type Verdict } from '../../lab/verdict.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { AscentFrame, Climb } from './frame.ts';
import { othersOf, shapeOf, targetOf, type AscentState } from './params.ts';

/** The picture to start from: mid-grey, black, or every level of every pixel as likely. */
const startOf = (state: AscentState): Uint8Array<ArrayBuffer> => {
  const [side, channels] = shapeOf(state);
  const stream = random(state.seed).fork('start');
  const levels = { grey: () => 128, black: () => 0, noise: () => stream.integer(256) };
  return Uint8Array.from({ length: side * side * channels }, levels[state.start]);
};

const asked = async (net: Answers, x: Vec) => {
  const p = softmax(await net.logits(x), net.classes);
  return { p, ...verdict(p) };
};

/**
 * Climbs to one answer twice, without decay and with it; every step is a frame, judged in 8 bits and shown to
 * the other nets.
 */
const run: Run<AscentState, AscentFrame> = async function* (state, bench, signal) {
  const net = await bench.net(state.net);
  const others: Answers[] = [];
  for (const id of othersOf(state)) others.push(await bench.net(id));
  signal.throwIfAborted();
  const start = startOf(state);
  const x0 = fromLevels(start);
  const target = targetOf(state);
  const problem: Problem = {
    oracle: net,
    x0,
    goal: { kind: 'reach', labels: Int32Array.of(target) },
    ball: balls.linf,
    radius: 1,
    box: unitBox,
  };
  const climb = (decay: number): AsyncGenerator<Step, unknown> =>
    solve(ascent, problem, {
      options: { steps: state.steps, decay, noise: 1 / 255 },
      random: random(state.seed).fork('climb'),
      signal,
    });
  const after = async (step: Step, before: Climb | undefined): Promise<Climb> => {
    const picture = toLevels(step.x);
    const x = fromLevels(picture);
    const { p, says, sure } = await asked(net, x);
    const said: Verdict[] = [];
    for (const other of others) {
      const answer = await asked(other, x);
      said.push({ says: answer.says, sure: answer.sure });
    }
    return {
      picture,
      sure: [...(before?.sure ?? []), numberAt(p, target)],
      says,
      answerSure: sure,
      length: length(subtract(x, x0)),
      others: said,
    };
  };
  const [plain, held] = [climb(0), climb(state.decay)];
  let last: AscentFrame | undefined;
  for (;;) {
    const [one, two] = [await plain.next(), await held.next()];
    signal.throwIfAborted();
    if (one.done === true || two.done === true) return;
    const climbs = [
      await after(one.value, last?.climbs[0]),
      await after(two.value, last?.climbs[1]),
    ] as const;
    last = { step: one.value.index, start, climbs };
    yield last;
  }
};

export default run;
