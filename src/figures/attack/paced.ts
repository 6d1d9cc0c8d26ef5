import type { Step } from '../../lab/attack.ts';
import type { Outcome, Solution } from '../../lab/solve.ts';

/** What is shown at a frame: the attack's last iterate so far, and at the end what it came to. */
export interface Paced {
  readonly step: Step;
  readonly outcome: Outcome | 'running';
}

/**
 * An attack's path as at most so many frames after its start, the last with the verdict: a frame is shown
 * once `due` says that its turn has come and the attack has gone on; what an attack does beyond the last but
 * one is shown by the last, and one that is done early is over early.
 */
export async function* paced(
  path: AsyncGenerator<Step, Solution>,
  frames: number,
  due: (step: Step) => number,
): AsyncGenerator<Paced, void> {
  let shown = 0;
  let waiting: Paced[] = [];
  for (;;) {
    const next = await path.next();
    if (next.done === true) {
      const { last, outcomes } = next.value;
      // The verdict is about the iterate that waits.
      yield* waiting.slice(0, -1);
      yield { step: last, outcome: outcomes[0] ?? 'stopped' };
      return;
    }
    yield* waiting;
    waiting = [];
    for (; shown < frames - 1 && due(next.value) >= shown + 1; shown++) {
      waiting.push({ step: next.value, outcome: 'running' });
    }
  }
}
