import { digitRows } from '../../../data/mnist.ts';
import { apgd } from '../../../lab/attacks/apgd.ts';
import { gaussianNoise } from '../../../lab/defences/noise.ts';
import { highestRadius, predictSmoothed, type Smoothing } from '../../../lab/defences/smoothing.ts';
import type { Oracle } from '../../../lab/oracle.ts';
import { expectation } from '../../../lab/oracles/ensemble.ts';
import { random } from '../../../lab/random.ts';
import { finish } from '../../../lab/solve.ts';
import { joined, row } from '../../../lab/vec.ts';
import type { Rows } from '../../tasks/task.ts';
import { attackedRows } from '../attacked.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { inWorkers } from '../in-workers.ts';
import { mean, number, share, type About, type Row } from '../row.ts';
import { certificates, type Certificates, type Task } from '../smoothing/task.ts';

const seed = 1;
/** A tenth of the draws of Cohen et al. 2019; the attacks are judged by fewer. */
const usual: Smoothing = { sigma: 0.5, n0: 100, n: 10_000, alpha: 0.001, batch: 500 };
const twice: Smoothing = { ...usual, sigma: 1 };
const judging: Smoothing = { ...usual, n: 1000 };
/** Digits that one worker certifies before they are kept. */
const batch = 5;
/** Digits to be certified, and how many of them are attacked. */
const wanted = 200;
const attacked = 50;

/** The numbers of n digits: every fiftieth of the test set, so that all hands of the file take part. */
const everyFiftieth = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => 50 * i);

/** What is certain about those digits. */
const certified = async (
  lab: Laboratory,
  digits: readonly number[],
  smoothing: Smoothing,
): Promise<Certificates> => {
  const shares = Array.from({ length: Math.ceil(digits.length / batch) }, (_, k) => {
    const own = digits.slice(k * batch, (k + 1) * batch);
    const task: Task = { folder: lab.folder, net: 'digits-noise', digits: own, smoothing, seed };
    return { name: `σ ${smoothing.sigma}, digits from ${own[0] ?? 0}`, task };
  });
  const worker = new URL('../smoothing/worker.ts', import.meta.url);
  const found = await inWorkers(lab, worker, certificates, shares, (each, name) => {
    const radii = each.map(({ radius }) => radius.toFixed(2));
    return `Certificates at ${name}: ${radii.join(', ')}.`;
  });
  return found.flat();
};

/** To which lengths how many are right and certified, and how far at most. */
const rowsOf = (
  found: Certificates,
  radii: readonly number[],
  { sigma, n, alpha }: Smoothing,
): readonly Row[] => {
  const about: About = { differs: 'published for CIFAR-10 and ImageNet only' };
  const noise = sigma === usual.sigma ? '' : `, σ = ${sigma}`;
  const correct = found.filter(({ says, drawn }) => says === drawn);
  const within = (length: number): number => correct.filter(({ radius }) => radius >= length).length;
  const ceiling = highestRadius({ sigma, n, alpha });
  return [
    ...radii.map((one) =>
      share(`certified accuracy at L2 = ${one}${noise}`, within(one), found.length, about),
    ),
    share(`abstains${noise}`, found.filter(({ says }) => says === null).length, found.length),
    mean(
      `certified radius of the right answers${noise}`,
      correct.map(({ radius }) => radius),
    ),
    share(`as far as the draws can certify${noise}`, within(ceiling), found.length),
    number(`largest certified radius${noise}`, Math.max(...found.map(({ radius }) => radius)), found.length, {
      bound: [0, ceiling],
    }),
  ];
};

/** What draws can prove at most, of a net that always says the same. */
const ceilings: readonly Row[] = [
  number('what 1,000 equal answers prove', usual.alpha ** (1 / judging.n), judging.n, {}, 'share'),
  number('most that 1,000 draws can certify', highestRadius(judging), judging.n),
  number('most that 10,000 draws can certify', highestRadius(usual), usual.n),
  number('most that 100,000 draws can certify', highestRadius({ ...usual, n: 100_000 }), 100_000),
];

/** How many of the digits the smoothed net still reads rightly, attacked to that length through an oracle. */
const withstand = async (
  lab: Laboratory,
  [net, through]: readonly [Oracle, Oracle],
  { x, labels }: Rows,
  radius: number,
): Promise<number> => {
  const progress = (done: number): void => lab.progress(`attacked, L2 = ${radius}: ${done}`);
  const standing = new Set(labels.keys());
  // AutoAttack's version for defences that draw at random: both losses, gradients averaged.
  for (const loss of ['ce', 'dlr'] as const) {
    const order = { attack: apgd, options: { loss, goesOn: true }, ball: 'l2', radius, seed } as const;
    const after = (await attackedRows(through, { x, labels }, order, progress)).x;
    for (const i of standing) {
      const one = row(after, i, net.dimension);
      const answer = await finish(predictSmoothed(net, one, judging, random(seed).fork(`attacked ${i}`)));
      if (answer.label !== labels[i]) standing.delete(i);
    }
  }
  return standing.size;
};

/**
 * Randomised smoothing of digits-noise: what is certain within a radius, and what an attack that averages
 * leaves.
 */
export const certificatesExperiment: Experiment = {
  id: 'certificates',
  title: 'Randomised smoothing of digits-noise: σ = 0.5, n0 = 100, n = 10,000, α = 0.001',
  seed,
  needs: [],
  quick: true,
  run: async (lab) => {
    const digits = everyFiftieth(lab.quick ? 10 : wanted);
    const smoothing = lab.quick ? judging : usual;
    const found = await certified(lab, digits, smoothing);
    const rows = [...rowsOf(found, [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5], smoothing)];
    if (lab.quick) return rows;
    rows.push(...ceilings);
    const doubled = await certified(lab, digits, twice);
    rows.push(...rowsOf(doubled, [0, 0.5, 1, 1.5, 2, 2.5, 3], twice));

    const net = await lab.net('digits-noise');
    const few = digits.slice(0, attacked).map((i) => digitRows(lab.digits, i, i + 1));
    const first: Rows = {
      x: joined(few.map(({ x }) => x)),
      labels: Int32Array.from(few.flatMap(({ labels }) => [...labels])),
    };
    const averaged = expectation(net, gaussianNoise(usual.sigma), 20, random(seed).fork('attacker'));
    for (const radius of [1, 2]) {
      const naive = await withstand(lab, [net, net], first, radius);
      const knowing = await withstand(lab, [net, averaged], first, radius);
      const sure = found
        .slice(0, attacked)
        .filter((one) => one.says === one.drawn && one.radius >= radius).length;
      rows.push(
        share(`L2 = ${radius}, of the first ${attacked}: certified`, sure, attacked),
        share(`L2 = ${radius}, attacked by who does not know of the noise: accuracy`, naive, attacked),
        share(`L2 = ${radius}, attacked by who averages over it: accuracy`, knowing, attacked, {
          bound: [sure / attacked, naive / attacked],
        }),
      );
    }
    return rows;
  },
};
