import type { z } from 'zod';
import { say } from '../command.ts';
import { workersOf } from '../workers.ts';
import type { Laboratory } from './experiment.ts';

/** One worker's share of an experiment, under the name by which it is kept. */
export interface Share<Task> {
  readonly name: string;
  readonly task: Task;
}

/**
 * What each task comes to, in their order, in as many workers as there are cores; each is a part of the
 * experiment that an interrupted run keeps. `said` tells of one that is done.
 */
export const inWorkers = async <Task, Answer>(
  lab: Laboratory,
  worker: URL,
  answer: z.ZodType<Answer>,
  shares: readonly Share<Task>[],
  said: (found: Answer, name: string) => string,
): Promise<readonly Answer[]> => {
  const workers = workersOf<Task, Answer>(worker);
  const one = ({ name, task }: Share<Task>): Promise<Answer> =>
    lab.part(name, answer, async () => {
      const found = await workers.ask(task, (text) => lab.progress(`${name}: ${text}`));
      say(said(found, name));
      return found;
    });
  try {
    return await Promise.all(shares.map(one));
  } finally {
    await workers.end();
  }
};
