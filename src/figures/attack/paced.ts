import type { Step } from '../../lab/attack.ts';
import type { Outcome, Solution } from '../../lab/solve.ts';

/** What is shown at a frame: the attack's last iterate so far, and at the end what it came to. */
export interface Paced {
  readonly step: Step;
  readonly outcome: Outcome | 'running';
}

/**
 * An attack's path as exactly so many frames after its start, the last with the verdict: a frame is shown once `due` says that
 * its turn has come; what an attack does beyond the last but one is shown by the last, and one that is done early stands
 * still.
 */
export async function* paced(
  path: AsyncGenerator<Step, Solution>,
  frames: number,
  due: (step: Step) => number,
): AsyncGenerator<Paced, void> {
  let shown = 0;
  for (;;) {
    const next = await path.next();
    if (next.done === true) {
      const { last, outcomes } = next.value;
      for (; shown < frames - 1; shown++) yield { step: last, outcome: 'running' };
      yield { step: last, outcome: outcomes[0] ?? 'running' };
      return;
    }
    for (; shown < frames - 1 && due(next.value) >= shown + 1; shown++) yield { step: next.value, outcome: 'running' };
  }
}
