import { digitSide, digitSize } from '../../data/digit.ts';
import { sampledDigits } from '../../data/strokes.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import type { Oracle } from '../../lab/oracle.ts';
import { random } from '../../lab/random.ts';
import type { Bench } from '../../nets/bench/bench.ts';
import type { Trained, TrainingFrame } from './frame.ts';
import { gradientsOf, readAt } from './measure.ts';
import { readyEpsilons, readyNets, type TrainingState } from './params.ts';

/** LeNet and the net trained against attacks, under attacks of one ε after the other. */
export async function* ready(
  state: TrainingState,
  bench: Bench,
  signal: AbortSignal,
): AsyncGenerator<TrainingFrame, void> {
  const nets: readonly Oracle[] = [await bench.net(readyNets.plain), await bench.net(readyNets.robust)];
  signal.throwIfAborted();
  const digits = sampledDigits(state.digits, random(state.seed));
  const gradients: Int8Array[] = [];
  for (const net of nets) gradients.push(await gradientsOf(net, digits));
  let [plain, robust]: (Trained | undefined)[] = [];
  let at = 0;
  for (const [step, epsilon] of readyEpsilons.entries()) {
    const shown = epsilon <= state.epsilon + 1e-9;
    if (shown) at = epsilon;
    const tried: Trained[] = [];
    for (const [k, net] of nets.entries()) {
      signal.throwIfAborted();
      const before = k === 0 ? plain : robust;
      const { right, ...pictures } = await readAt(net, digits, epsilon, state.steps);
      tried.push({
        ...(shown || before === undefined ? pictures : { attacked: before.attacked, says: before.says }),
        right: [...(before?.right ?? []), right],
        gradient: gradients[k] ?? new Int8Array(),
      });
    }
    [plain, robust] = tried;
    if (plain === undefined || robust === undefined) return;
    yield {
      step,
      side: digitSide,
      labels: Uint8Array.from(digits.labels),
      digits: toLevels(digits.x.subarray(0, 10 * digitSize)),
      epsilons: readyEpsilons.slice(0, step + 1),
      at,
      plain,
      robust,
    };
  }
}
