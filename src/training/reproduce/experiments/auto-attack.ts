import { doubtsAfter } from '../../../lab/doubts.ts';
import { say } from '../../command.ts';
import { fate, nothing, type Fate, type Task } from '../auto-attack/task.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { inWorkers } from '../in-workers.ts';
import { share, type About } from '../row.ts';

const radius = 0.3;
const seed = 1;
/** Digits attacked at once, and what an interrupted run loses of each worker. */
const batch = 25;

const withOther = 'theirs after PGD 40, Square on the 150 weakest digits alone';
const measured = (value: number | string, bound: About['bound']): About => ({
  published: {
    value,
    ...(typeof value === 'string' ? { range: [0, 0.874] } : { n: 1000 }),
    status: 'M',
  },
  ...(bound && { bound }),
  differs: withOther,
});

/** The parts in their order: what the row of those still standing after each is called, and says. */
const parts: readonly (readonly [part: string, name: string, about: About])[] = [
  [nothing, 'clean accuracy', { bound: [0.985, 0.995] }],
  ['apgd-ce', 'accuracy after APGD-CE', measured(0.897, [0.895, 0.907])],
  ['apgd-t', 'accuracy after APGD-T as well', measured(0.892, [0.89, 0.902])],
  ['fab-t', 'accuracy after FAB-T as well', { bound: [0.887, 0.899] }],
  ['square', 'accuracy under AutoAttack', measured('87.4 % or less', [0.868, 0.879])],
];

/** What became of the first n digits, batch by batch. */
const fates = (lab: Laboratory, n: number): Promise<readonly Fate[]> =>
  inWorkers(
    lab,
    new URL('../auto-attack/worker.ts', import.meta.url),
    fate,
    Array.from({ length: Math.ceil(n / batch) }, (_, k) => {
      const [from, to] = [k * batch, Math.min(n, (k + 1) * batch)];
      const task: Task = { folder: lab.folder, net: 'digits-robust', from, to, radius, seed };
      return { name: `${from}`, task };
    }),
    ({ by }, from) =>
      `AutoAttack: of the ${by.length} digits from ${from}, ${by.filter((part) => part === null).length} stand.`,
  );

/**
 * The standard evaluation of robustness on our robust net: what it keeps under four attacks of four kinds.
 */
export const autoAttackExperiment: Experiment = {
  id: 'autoattack',
  title: 'The robust net under AutoAttack, ε = 0.3',
  seed,
  needs: [],
  quick: false,
  run: async (lab) => {
    const found = await fates(lab, lab.quick ? 2 * batch : 1000);
    const by = found.flatMap((each) => each.by);
    const doubts = [
      ...new Set(found.flatMap((each) => each.doubts)),
      ...doubtsAfter(
        by.map((part) => part ?? undefined),
        ['square'],
      ),
    ];
    for (const doubt of doubts) say(`AutoAttack: NOT TO BE TRUSTED. ${doubt}`);
    const names = parts.map(([part]) => part);
    const lasted = by.map((part) => (part === null ? Infinity : names.indexOf(part)));
    return parts.map(([, name, { bound, ...about }], place) =>
      share(`digits-robust: ${name}`, lasted.filter((fell) => fell > place).length, by.length, {
        ...about,
        // Of so few the share tells nothing.
        ...(bound && !lab.quick && { bound }),
      }),
    );
  },
};
