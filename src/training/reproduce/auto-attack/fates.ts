import { doubtsAfter } from '../../../lab/doubts.ts';
import { say } from '../../command.ts';
import type { Laboratory } from '../experiment.ts';
import { inWorkers } from '../in-workers.ts';
import { fate, type Task } from './task.ts';

/** Who is attacked on which pictures, and how far: a task but for where its pictures begin and end. */
export type Case = Omit<Task, 'folder' | 'from' | 'to' | 'seed'>;

/** The parts of AutoAttack, in their order. */
export const parts = ['apgd-ce', 'apgd-t', 'fab-t', 'square'] as const;

/**
 * Which part of AutoAttack felled each of the first n pictures (`nothing` where the net was wrong before),
 * null where it stands, batch by batch in as many workers as there are cores; says why that cannot be
 * trusted, if anything speaks against it. Batches are kept under the name.
 */
export const fates = async (
  lab: Laboratory,
  name: string,
  one: Case,
  { n, batch, seed }: { readonly n: number; readonly batch: number; readonly seed: number },
): Promise<readonly (string | null)[]> => {
  const shares = Array.from({ length: Math.ceil(n / batch) }, (_, k) => {
    const [from, to] = [k * batch, Math.min(n, (k + 1) * batch)];
    const task: Task = { ...one, folder: lab.folder, from, to, seed };
    return { name: `${name}, from ${from}`.replaceAll('/', ' of '), task };
  });
  const worker = new URL('worker.ts', import.meta.url);
  const found = await inWorkers(lab, worker, fate, shares, ({ by }, share) => {
    const standing = by.filter((part) => part === null).length;
    return `AutoAttack on ${share}: ${standing} of ${by.length} stand.`;
  });
  const by = found.flatMap((each) => each.by);
  const after = doubtsAfter(
    by.map((part) => part ?? undefined),
    ['square'],
  );
  const doubts = new Set([...found.flatMap((each) => each.doubts), ...after]);
  for (const doubt of doubts) say(`AutoAttack on ${name}: NOT TO BE TRUSTED. ${doubt}`);
  return by;
};

/** How many of the pictures still stand after a part, and all before it. */
export const standingAfter = (
  by: readonly (string | null)[],
  part: (typeof parts)[number] | 'nothing',
): number => {
  const order: readonly string[] = ['nothing', ...parts];
  const at = order.indexOf(part);
  return by.filter((fell) => fell === null || order.indexOf(fell) > at).length;
};
