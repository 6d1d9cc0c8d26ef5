import { readDigitsTask, type DigitsPlan } from './digits.ts';
import { readDigitsPlusTask, type DigitsPlusPlan } from './digits-plus.ts';
import { emojiTask, type EmojiPlan } from './emoji.ts';
import { soundsTask, type SoundsPlan } from './sounds.ts';
import type { Task } from './task.ts';

/**
 * Which task a recipe trains for, and how its examples are seen: data, so that a checkpoint knows its recipe.
 */
export type Plan = DigitsPlan | DigitsPlusPlan | EmojiPlan | SoundsPlan;

/** The task of a plan; `folder` has the files that it reads, if any. */
export const taskOf = (plan: Plan, folder: string): Promise<Task> => {
  switch (plan.kind) {
    case 'digits':
      return readDigitsTask(plan, folder);
    case 'digits-plus':
      return readDigitsPlusTask(plan, folder);
    case 'emoji':
      return emojiTask(plan);
    case 'sounds':
      return Promise.resolve(soundsTask(plan));
  }
};
