import { params, presets } from '../../../figures/adversarial-training/params.ts';
import { trainedSmall } from '../../../figures/adversarial-training/small.ts';
import { defaultState } from '../../../figures/kit/contract/defaults.ts';
import { autoAttack } from '../../../lab/attacks/auto-attack.ts';
import type { Oracle } from '../../../lab/oracle.ts';
import { fates, standingAfter, type Case } from '../auto-attack/fates.ts';
import { nothing } from '../auto-attack/task.ts';
import { attackedRows, mistakes } from '../attacked.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { share, type Row } from '../row.ts';

const seed = 1;

interface Judged extends Case {
  readonly name: string;
  readonly n: number;
  readonly batch: number;
}

const digits = { pictures: 'digits', ball: 'linf', n: 100, batch: 25 } as const;
const emoji = { nets: ['emoji-robust'], pictures: 'emoji', n: 32, batch: 8 } as const;

/** What the book says of nets and defences besides the robust nets at ε = 0.3. */
const cases: readonly Judged[] = [
  ...[0.1, 0.2, 0.4].map((radius): Judged => ({
    ...digits,
    nets: ['digits-robust'],
    radius,
    name: `digits-robust, ε = ${radius}`,
  })),
  { ...digits, nets: ['digits-lenet'], radius: 0.2, name: 'digits-lenet, ε = 0.2' },
  {
    ...digits,
    nets: ['digits-lenet', 'digits-allconv', 'digits-mlp'],
    radius: 0.2,
    name: 'three nets together, ε = 0.2',
  },
  { ...emoji, ball: 'l2', radius: 2, name: 'emoji-robust, L2 2' },
  { ...emoji, ball: 'linf', radius: 4 / 255, name: 'emoji-robust, L∞ 4/255' },
];

const rowsOf = (name: string, by: readonly (string | null)[]): readonly Row[] => [
  share(`${name}: clean accuracy`, standingAfter(by, nothing), by.length),
  share(`${name}: accuracy after APGD-CE`, standingAfter(by, 'apgd-ce'), by.length),
  share(`${name}: accuracy under AutoAttack`, standingAfter(by, 'square'), by.length),
];

/** The two small nets that the figure of adversarial training trains, on drawn digits new to them. */
const small = async (lab: Laboratory): Promise<readonly Row[]> => {
  const [n, epsilon] = [200, 0.1];
  const preset = presets['trained-here']?.state;
  const state = { ...defaultState({ params }), ...preset, trainedAt: epsilon, digits: n };
  const { plain, robust, digits: rows } = await trainedSmall(state);
  const found: Row[] = [];
  for (const [name, net] of [
    ['small net, trained as usual', plain],
    ['small net, trained on attacks', robust],
  ] as const satisfies readonly (readonly [string, Oracle])[]) {
    const order = { attack: autoAttack, ball: 'linf', radius: epsilon, seed } as const;
    const clean = n - mistakes(await net.logits(rows.x), rows.labels).wrong;
    const { logits } = await attackedRows(net, rows, order, (done) => lab.progress(`${name}: ${done}`));
    const left = n - mistakes(logits, rows.labels).wrong;
    found.push(
      share(`${name}: clean accuracy`, clean, n),
      share(`${name}, ε = ${epsilon}: accuracy under AutoAttack`, left, n),
    );
  }
  return found;
};

/** AutoAttack on what else the book calls robust, and on an ensemble, on fewer pictures each. */
export const autoAttackOthers: Experiment = {
  id: 'autoattack-others',
  title: 'Other nets and defences under AutoAttack',
  seed,
  needs: [],
  quick: false,
  run: async (lab) => {
    const rows: Row[] = [];
    for (const { name, n, batch, ...one } of cases) {
      rows.push(...rowsOf(name, await fates(lab, name, one, { n: lab.quick ? batch : n, batch, seed })));
    }
    return [...rows, ...(await small(lab))];
  },
};
