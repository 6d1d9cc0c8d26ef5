import { readDigitsTask, type DigitsPlan } from './digits.ts';
import type { Task } from './task.ts';

/** Which task a recipe trains for, and how its examples are seen: data, so that a checkpoint knows its recipe. */
export type Plan = DigitsPlan;

/** The task of a plan; `folder` has the files that it reads, if any. */
export const taskOf = (plan: Plan, folder: string): Promise<Task> => {
  switch (plan.kind) {
    case 'digits':
      return readDigitsTask(plan, folder);
  }
};
