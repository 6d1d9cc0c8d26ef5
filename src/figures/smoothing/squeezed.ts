import { digitSize } from '../../data/digit.ts';
import type { SampledDigits } from '../../data/strokes.ts';
import { pgd } from '../../lab/attacks/pgd.ts';
import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import { toEightBits, toLevels } from '../../lab/eight-bits.ts';
import type { Answers, Oracle, Vec } from '../../lab/oracle.ts';
import { preprocessed } from '../../lab/oracles/preprocessed.ts';
import { random } from '../../lab/random.ts';
import { softmax } from '../../lab/softmax.ts';
import { verdicts } from '../../lab/verdict.ts';
import { defenceOf, knownDefenceOf } from './defence.ts';
import type { Attacked, Said, SqueezedFrame } from './frame.ts';
import type { SmoothingState } from './params.ts';

const drawn = 10 * digitSize;

const saidOf = async (net: Answers, x: Vec): Promise<Said> => {
  const p = softmax(await net.logits(x), net.classes);
  const all = verdicts(p, net.classes);
  return {
    says: Uint8Array.from(all, ({ says }) => says),
    sure: Float32Array.from(all, ({ sure }) => sure),
  };
};

/**
 * Two attacks on the same defended net side by side: through the net alone, and through the defence as well.
 */
export async function* squeezed(
  state: SmoothingState,
  net: Oracle,
  { x: x0, labels }: SampledDigits,
  signal: AbortSignal,
): AsyncGenerator<SqueezedFrame, void> {
  const defended = preprocessed(net, defenceOf(state));
  const attack = (oracle: Oracle) =>
    pgd.run(
      {
        oracle,
        x0,
        goal: { kind: 'leave', labels },
        ball: balls[state.size.ball],
        radius: state.size.radius,
        box: unitBox,
      },
      { ...pgd.defaults, steps: state.steps, randomStart: false },
      random('unused'),
    );
  const wrongIn = ({ says }: Said): number => labels.filter((label, i) => says[i] !== label).length;
  const common = {
    kind: 'squeezed',
    labels: Uint8Array.from(labels),
    digits: toLevels(x0.subarray(0, drawn)),
  } as const;
  const before = await saidOf(defended, x0);
  const paths = { naive: attack(net), knowing: attack(preprocessed(net, knownDefenceOf(state))) };
  const start: Attacked = { ...before, shown: common.digits, wrong: [wrongIn(before)] };
  const histories: { naive: readonly number[]; knowing: readonly number[] } = {
    naive: start.wrong,
    knowing: start.wrong,
  };
  let undefended: readonly number[] = [wrongIn(await saidOf(net, x0))];
  yield { ...common, step: 0, before, naive: start, knowing: start, undefended };
  // Each one's first step is the digits as they are, which is what was shown just now.
  for (const path of Object.values(paths)) await path.next();

  const next = async (
    who: 'naive' | 'knowing',
  ): Promise<{ readonly x: Vec; readonly attacked: Attacked }> => {
    const { value } = await paths[who].next();
    const x = toEightBits(value?.x ?? x0, unitBox, x0);
    const said = await saidOf(defended, x);
    histories[who] = [...histories[who], wrongIn(said)];
    return { x, attacked: { ...said, shown: toLevels(x.subarray(0, drawn)), wrong: histories[who] } };
  };

  for (let step = 1; step <= state.steps; step++) {
    signal.throwIfAborted();
    const naive = await next('naive');
    undefended = [...undefended, wrongIn(await saidOf(net, naive.x))];
    const knowing = await next('knowing');
    yield { ...common, step, before, naive: naive.attacked, knowing: knowing.attacked, undefended };
  }
}
