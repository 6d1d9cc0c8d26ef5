import type { NetId } from '../../../nets/net.ts';
import { fates, parts, standingAfter } from '../auto-attack/fates.ts';
import { nothing } from '../auto-attack/task.ts';
import type { Experiment } from '../experiment.ts';
import { share, type About, type Row } from '../row.ts';

const radius = 0.3;
const seed = 1;
/** Digits attacked at once, and what an interrupted run loses of each worker. */
const batch = 25;

/** The parts in their order: what the row of those still standing after each is called. */
const names = [
  [nothing, 'clean accuracy'],
  [parts[0], 'accuracy after APGD-CE'],
  [parts[1], 'accuracy after APGD-T as well'],
  [parts[2], 'accuracy after FAB-T as well'],
  [parts[3], 'accuracy under AutoAttack'],
] as const;

/** What others found with the same weights, and the regression bound, of the rows in their order. */
type Told = readonly About[];

const evaluation = (id: string, net: NetId, title: string, told: Told): Experiment => ({
  id,
  title,
  seed,
  needs: [],
  quick: false,
  run: async (lab) => {
    const n = lab.quick ? 2 * batch : 1000;
    const one = { nets: [net], pictures: 'digits', ball: 'linf', radius } as const;
    const by = await fates(lab, net, one, { n, batch, seed });
    return names.map(([part, name], i): Row => {
      const { bound, ...about } = told[i] ?? {};
      // Of so few the share tells nothing.
      const kept = { ...about, ...(bound && !lab.quick && { bound }) };
      return share(`${net}: ${name}`, standingAfter(by, part), n, kept);
    });
  },
});

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

/**
 * The standard evaluation of robustness on our robust net: what it keeps under four attacks of four kinds.
 */
export const autoAttackExperiment = evaluation(
  'autoattack',
  'digits-robust',
  'The robust net under AutoAttack, ε = 0.3',
  [
    { bound: [0.985, 0.995] },
    measured(0.897, [0.895, 0.907]),
    measured(0.892, [0.89, 0.902]),
    { bound: [0.887, 0.899] },
    measured('87.4 % or less', [0.868, 0.879]),
  ],
);
