import { loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { progress, say } from './command.ts';
import type { OnStep, Progress, Schedule } from './epoch.ts';

/**
 * Trains from that beginning, or from where an earlier run was interrupted, to the schedule's end; says how
 * it goes. `hashes` are those of the data, `count` examples are in an epoch, `where` says what computes.
 */
export const throughEpochs = async (
  schedule: Schedule,
  {
    hashes,
    count,
    where,
  }: { readonly hashes: readonly string[]; readonly count: number; readonly where: string },
  start: Progress,
  epochFrom: (at: Progress, onStep: OnStep) => Promise<Progress>,
): Promise<Progress> => {
  let at = (await loadCheckpoint(schedule, hashes, start)) ?? start;
  const from = at.epoch > 0 ? `, from epoch ${at.epoch + 1}` : '';
  say(`${schedule.id}: ${count} examples, ${schedule.epochs} epochs on ${where}${from}.`);
  while (at.epoch < schedule.epochs) {
    let sum = 0;
    at = await epochFrom(at, ({ epoch, step, steps, loss }) => {
      sum += loss;
      progress(
        `epoch ${epoch + 1} of ${schedule.epochs}, step ${step + 1} of ${steps}, loss ${(sum / (step + 1)).toFixed(4)}`,
      );
    });
    await saveCheckpoint(schedule, hashes, at);
    say(
      `epoch ${at.epoch} of ${schedule.epochs}: mean loss ${(sum / Math.ceil(count / schedule.batch)).toFixed(4)}`,
    );
  }
  return at;
};
