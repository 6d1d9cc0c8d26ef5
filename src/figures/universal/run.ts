import { digitSize } from '../../data/digit.ts';
import { sampledDigits } from '../../data/strokes.ts';
import type { Step } from '../../lab/attack.ts';
import { universal } from '../../lab/attacks/universal.ts';
import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import { toEightBits, toLevels } from '../../lab/eight-bits.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { countFooled, withPerturbation } from '../../lab/perturbation.ts';
import { random } from '../../lab/random.ts';
import { joined, predictions, row } from '../../lab/vec.ts';
import type { Run } from '../kit/contract/figure.ts';
import { drawn, type UniversalFrame } from './frame.ts';
import { tableNetIds } from '../kit/words/digit-nets.ts';
import { every, held, stepsOf, type UniversalState } from './params.ts';

/** Grows one perturbation and tries it, in 8 bits, on digits that it was not grown on and on all nets. */
const run: Run<UniversalState, UniversalFrame> = async function* (state, bench, signal) {
  const nets: readonly Oracle[] = await Promise.all(tableNetIds.map((id) => bench.net(id)));
  signal.throwIfAborted();
  const own: Oracle = await bench.net(state.net);
  const stream = random(state.seed);
  const { x: x0 } = sampledDigits(state.digits, stream.fork('grown on'));
  const { x, labels } = sampledDigits(held, stream.fork('tried on'));
  const still: Vec = new Float32Array(digitSize);
  const first = x.subarray(0, drawn * digitSize);
  const saidOf = async (pictures: Vec): Promise<Uint8Array> => {
    const says = new Uint8Array(nets.length * drawn);
    for (const [m, net] of nets.entries())
      says.set(predictions(await net.logits(pictures), net.classes), m * drawn);
    return says;
  };
  const common = { labels: Uint8Array.from(labels.subarray(0, drawn)), before: await saidOf(first) };
  const drawingOf = (perturbation: Vec, moved: Vec) => ({
    perturbation: Uint8Array.from(perturbation, (value) => Math.round(128 + 254 * value)),
    pictures: toLevels(moved.subarray(0, drawn * digitSize)),
  });
  const nobody = tableNetIds.map(() => 0);
  yield {
    ...common,
    ...drawingOf(still, x),
    step: 0,
    says: common.before,
    fooled: nobody,
    chance: [],
    history: [0],
  };

  const tried: { readonly net: Oracle; readonly before: Int32Array }[] = [];
  for (const net of nets) tried.push({ net, before: predictions(await net.logits(x), net.classes) });
  const fooledBy = async (moved: Vec): Promise<number[]> => {
    const counts: number[] = [];
    for (const { net, before } of tried) counts.push(await countFooled(net, before, moved));
    return counts;
  };
  const noise = Array.from({ length: held }, (_, i) =>
    withPerturbation(
      row(x, i, digitSize),
      balls.linf.sampleOfSize(digitSize, state.epsilon, stream.fork(`signs ${i}`)),
      unitBox,
    ),
  );
  const chance = await fooledBy(toEightBits(joined(noise), unitBox, x));
  const history: number[] = [0];
  const look = async (step: number, perturbation: Vec): Promise<UniversalFrame> => {
    const moved = toEightBits(withPerturbation(x, perturbation, unitBox), unitBox, x);
    const fooled = await fooledBy(moved);
    history.push(fooled[tableNetIds.indexOf(state.net)] ?? 0);
    const says = await saidOf(moved.subarray(0, drawn * digitSize));
    return {
      ...common,
      ...drawingOf(perturbation, moved),
      step,
      says,
      fooled,
      chance,
      history: [...history],
    };
  };

  const problem = {
    oracle: own,
    x0,
    goal: { kind: 'leave', labels: predictions(await own.logits(x0), own.classes) },
    ball: balls.linf,
    radius: state.epsilon,
    box: unitBox,
  } as const;
  const options = { ...universal.defaults, passes: state.passes, missing: 0, every };
  const path: AsyncGenerator<Step, void> = universal.run(problem, options, stream.fork('order'));
  let [best, fooledAtBest] = [still, 0];
  // Its first step is the beginning, as drawn above.
  await path.next();
  for (let step = 1; step <= stepsOf(state); step++) {
    signal.throwIfAborted();
    // Where every digit is fooled before the last pass it has ended, and stays.
    const { done, value } = await path.next();
    if (done !== true) {
      const says = predictions(value.logits, own.classes);
      const fooled = says.filter((answer, i) => answer !== problem.goal.labels[i]).length;
      // Cut back to its limit it may lose what it had: the one that does most to its own digits is kept.
      if (fooled > fooledAtBest) [best, fooledAtBest] = [value.perturbation ?? best, fooled];
    }
    yield await look(step, best);
  }
};

export default run;
