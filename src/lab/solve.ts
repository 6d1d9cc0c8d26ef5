import type { Attack, Step } from './attack.ts';
import { toEightBits } from './eight-bits.ts';
import type { Vec } from './oracle.ts';
import { checkProblem, type Problem } from './problem.ts';
import type { Random } from './random.ts';
import { readerError } from './reader-error.ts';
import { allFinite, predictions } from './vec.ts';

/** How an attack on one row can end. */
export type Outcome = 'reached' | 'budget-spent' | 'gradients-masked' | 'no-start' | 'stopped';

/** Each outcome in one sentence for people. */
export const outcomeSentences: Readonly<Record<Outcome, string>> = {
  reached:
    'The goal is reached: asked again about the picture as shown, in 8 bits, the network answers as the attack wanted.',
  'budget-spent':
    'All steps are spent, and about the picture as shown, in 8 bits, the network does not answer as the attack wanted.',
  'gradients-masked':
    'The goal is not reached, but nearly all of the gradient was zero: the attack had nothing to follow, so this proves nothing.',
  'no-start':
    'The attack found no picture to start from: about all that it tried, the network did not answer as the attack wanted.',
  stopped:
    'The attack was stopped before its end; its last step is kept, and the network was not asked again.',
};

/** From this share of zeros on, averaged over a path, gradients count as masked. */
export const maskedShare = 0.9;

/** What an attack on a batch came to. */
export interface Solution {
  /** The last iterate. */
  readonly last: Step;
  /** Its pictures in 8 bits; within the radius still if x0 is in 8 bits itself. */
  readonly shown: Vec;
  /**
   * The logits of the shown pictures; when stopped, those of the last iterate, for the oracle is not asked
   * again.
   */
  readonly shownLogits: Vec;
  /** One per row, judged on the shown pictures. */
  readonly outcomes: readonly Outcome[];
}

/** What an attack is run with besides its problem: options, chance, and a way to stop it. */
export interface Setting<Options> {
  /** What differs from the attack's defaults. */
  readonly options?: Partial<Options>;
  readonly random: Random;
  /** Stops the attack after the step that is under way. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs an attack: passes on every step and returns what it came to. Throws a ReaderError for a problem that
 * makes no sense or a network that answers nonsense, and the signal's reason if it was stopped before it
 * began.
 */
export async function* solve<Any extends Attack<object>>(
  attack: Any,
  problem: Problem,
  { options, random, signal }: Setting<Any['defaults']>,
): AsyncGenerator<Step, Solution> {
  checkProblem(problem);
  signal?.throwIfAborted();
  let last: Step | undefined;
  let stopped = false;
  const zeros = new Float64Array(problem.goal.labels.length);
  for await (const step of attack.run(problem, { ...attack.defaults, ...options }, random)) {
    last = step;
    step.zeroGradient.forEach((share, i) => (zeros[i] += share));
    yield step;
    stopped = signal?.aborted ?? false;
    if (stopped) break;
  }
  if (last === undefined) throw new RangeError(`The attack ${attack.id} made no step.`);

  const { oracle, goal, x0, box } = problem;
  const shown = toEightBits(last.x, box, x0);
  const shownLogits = stopped ? last.logits : await oracle.logits(shown);
  if (!stopped && !allFinite(shownLogits)) {
    throw readerError(
      'The network answered with something that is not a number; choose another backend or reload.',
      {
        retry: true,
      },
    );
  }
  const predicted = predictions(shownLogits, oracle.classes);
  const steps = last.index + 1;
  const outcomes = Array.from(goal.labels, (label, i): Outcome => {
    if (stopped) return 'stopped';
    if ((predicted[i] === label) === (goal.kind === 'reach')) return 'reached';
    if (last.withoutStart?.[i] === 1) return 'no-start';
    return zeros[i] / steps >= maskedShare ? 'gradients-masked' : 'budget-spent';
  });
  return { last, shown, shownLogits, outcomes };
}

/** Drives a run to its end, shows each step to `onStep`, and gives what the run returns. */
export const finish = async <Frame, Result>(
  run: AsyncGenerator<Frame, Result>,
  onStep: (step: Frame) => void = () => undefined,
): Promise<Result> => {
  for (;;) {
    const next = await run.next();
    if (next.done === true) return next.value;
    onStep(next.value);
  }
};
