import { signalToNoise } from '../../data/sounds/decibels.ts';
import type { Step } from '../../lab/attack.ts';
import { ddn } from '../../lab/attacks/ddn.ts';
import { pgd } from '../../lab/attacks/pgd.ts';
import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import type { Vec } from '../../lab/oracle.ts';
import type { Problem } from '../../lab/problem.ts';
import { random } from '../../lab/random.ts';
import { softmax } from '../../lab/softmax.ts';
import { joined, length, mapped, row } from '../../lab/vec.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { HearFrame } from './frame.ts';
import { controlOf, fromBits, soundOf, toBits } from './heard.ts';
import type { HearState } from './params.ts';

/** How far below lies what was added; null where nothing was. */
const below = (x: Vec, after: Vec): number | null => {
  const decibels = signalToNoise(x, after);
  return Number.isFinite(decibels) ? decibels : null;
};

const attack = (state: HearState, problem: Problem): AsyncGenerator<Step, void> =>
  state.method === 'limit'
    ? pgd.run(problem, { ...pgd.defaults, steps: state.steps, randomStart: false }, random(state.seed))
    : ddn.run(problem, { ...ddn.defaults, steps: state.steps }, random(state.seed));

/**
 * Attacks one sound; every frame is a sound in 16 bits that the net was asked about again, beside random
 * noise as loud.
 */
const run: Run<HearState, HearFrame> = async function* (state, bench, signal) {
  const kind = Number(state.kind);
  const sound = soundOf(state);
  const x0 = fromBits(sound);
  const oracle = await bench.net('sounds-cnn');
  signal.throwIfAborted();
  const loudness = length(mapped(x0, (value) => value - 0.5));
  const label = state.goal === 'reach' ? Number(state.target) : kind;
  const problem: Problem = {
    oracle,
    x0,
    goal: { kind: state.goal, labels: Int32Array.of(label) },
    ball: balls.l2,
    // Without a limit of its own the search may go as far as the sound is loud.
    radius: state.method === 'limit' ? loudness * 10 ** (-state.below / 20) : loudness,
    box: unitBox,
  };
  const before = softmax(await oracle.logits(x0), oracle.classes);
  const path: number[] = [];

  const frameOf = async (x: Vec, step: number): Promise<HearFrame> => {
    const heard = toBits(x);
    const after = fromBits(heard);
    const control = controlOf(state, sound, heard);
    const noisy = fromBits(control);
    const logits = await oracle.logits(joined([after, noisy]));
    const answers = [0, 1].map((i) => softmax(row(logits, i, oracle.classes).slice(), oracle.classes));
    const [now = before, chance = before] = answers;
    path.push(now[label] ?? 0);
    return {
      step,
      noise: heard.map((value, i) => value - (sound[i] ?? 0)),
      before,
      after: now,
      random: chance,
      path: [...path],
      decibels: below(x0, after),
      controlDecibels: below(x0, noisy),
    };
  };

  let last: HearFrame | undefined;
  for await (const { x, index } of attack(state, problem)) {
    if (signal.aborted) return;
    last = await frameOf(x, index);
    yield last;
  }
  // A search that has nothing to do ends at once: what is wanted is the case already.
  for (let step = (last?.step ?? 0) + 1; last !== undefined && step <= state.steps; step++)
    yield { ...last, step, path: Array.from({ length: step + 1 }, (_, i) => path[i] ?? path.at(-1) ?? 0) };
};

export default run;
