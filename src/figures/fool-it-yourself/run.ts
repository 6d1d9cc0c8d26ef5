import { digitSize } from '../../data/digit.ts';
import { applyEdits } from '../../data/edits.ts';
import type { Attack } from '../../lab/attack.ts';
import { ddn } from '../../lab/attacks/ddn.ts';
import { unitBox } from '../../lab/box.ts';
import { nearest } from '../../nets/nearest.ts';
import { jsma } from '../../lab/attacks/jsma.ts';
import { pgd } from '../../lab/attacks/pgd.ts';
import type { Ball } from '../../lab/ball.ts';
import { balls } from '../../lab/balls/index.ts';
import { fromLevels } from '../../lab/eight-bits.ts';
import { random } from '../../lab/random.ts';
import { softmax } from '../../lab/softmax.ts';
import { finish, solve } from '../../lab/solve.ts';
import { argmax, subtract } from '../../lab/vec.ts';
import type { Run } from '../kit/contract/figure.ts';
import { limits, type Budget, type HandFrame } from './frame.ts';
import { pictureOf, type HandState } from './params.ts';

const halvings = 6;

/** What attacks needed, by net, digit and attack: the reader's pixels do not change that. */
const known = new Map<string, number | null>();

/**
 * What the net says of the reader's picture, then what the saliency map attack, DDN and PGD need for the same
 * digit.
 */
const run: Run<HandState, HandFrame> = async function* (state, bench, signal) {
  const net = await bench.net(state.net);
  const picture = pictureOf(state);
  const edited = applyEdits(picture, state.pixels);
  const x0 = fromLevels(picture);
  const ask = async (levels: Uint8Array) => softmax(await net.logits(fromLevels(levels)), net.classes);
  const label = Number(state.digit);
  const [before, after] = [await ask(picture), await ask(edited)];
  let budget: Budget = {};
  const frame = (step: number): HandFrame => ({ step, label, picture, edited, before, after, budget });

  /** The size of what an attack finds, from what is known or by asking. */
  const once = async (name: string, find: () => Promise<number | null>): Promise<number | null> => {
    const key = `${state.net} ${label} ${name}`;
    const size = known.has(key) ? (known.get(key) ?? null) : await find();
    known.set(key, size);
    return size;
  };

  /** The size of what an attack finds within a radius, or null. */
  const need = async <Options extends object>(
    attack: Attack<Options>,
    options: Partial<Options>,
    ball: Ball,
    radius: number,
  ): Promise<number | null> => {
    signal.throwIfAborted();
    const goal = { kind: 'leave', labels: Int32Array.of(label) } as const;
    const problem = { oracle: net, x0, goal, ball, radius, box: unitBox };
    const path = solve(attack, problem, { options, random: random('hand'), signal });
    const { shown, shownLogits } = await finish(path, () => signal.throwIfAborted());
    return argmax(shownLogits) === label ? null : ball.size(subtract(shown, x0));
  };

  yield frame(0);
  const l2 = await once('l2', () => need(ddn, nearest, balls.l2, Math.sqrt(digitSize)));
  budget = { ...budget, l2 };
  yield frame(1);
  const saliency = { pairs: false, direction: 'both', outputs: 'probabilities' } as const;
  budget = { ...budget, pixels: await once('pixels', () => need(jsma, saliency, balls.l0, limits.pixels)) };
  yield frame(2);
  const smallest = async (): Promise<number | null> => {
    let [low, high]: [number, number] = [0, limits.linf];
    let linf: number | null = null;
    for (let i = 0; i < halvings; i++) {
      const middle = (low + high) / 2;
      const found = await need(pgd, { steps: 20, randomStart: false }, balls.linf, middle);
      if (found === null) low = middle;
      else [high, linf] = [middle, Math.min(found, linf ?? found)];
    }
    return linf;
  };
  budget = { ...budget, linf: await once('linf', smallest) };
  yield frame(3);
};

export default run;
