import { inTangent, onManifold } from '../../../lab/attacks/on-manifold.ts';
import { pgd } from '../../../lab/attacks/pgd.ts';
import { balls } from '../../../lab/balls/index.ts';
import { unitBox } from '../../../lab/box.ts';
import { fromLevels, toLevels } from '../../../lab/eight-bits.ts';
import { inUnits, toUnits } from '../../../lab/geometry/manifold.ts';
import type { Oracle, Vec } from '../../../lab/oracle.ts';
import type { Problem } from '../../../lab/problem.ts';
import { random } from '../../../lab/random.ts';
import { argmax, clip } from '../../../lab/vec.ts';
import type { Experiment } from '../experiment.ts';
import { share, type Row } from '../row.ts';
import { attacked, places, type Place } from './off-manifold.ts';

const seed = 1;
/** Of each latent's range, and the L2 length of the attack that may go anywhere. */
const [reach, radius] = [0.3, 2];

const subjects = [
  { id: 'digits-lenet', name: 'LeNet' },
  { id: 'digits-robust', name: 'trained on attacks' },
] as const;

/** Whether a net misreads a picture, in 8 bits and between black and white. */
const misreads = async (net: Oracle, x: Vec, digit: number): Promise<boolean> =>
  argmax(await net.logits(fromLevels(toLevels(clip(x, unitBox))))) !== digit;

/** The digit written at a random place that the attack on the manifold might have gone to. */
const elsewhere = ({ manifold, latent }: Place, i: number): Vec => {
  const stream = random(seed).fork('elsewhere').fork(i);
  const moved = toUnits(manifold, latent).map((unit) => unit + reach * (2 * stream.uniform() - 1));
  return inUnits(manifold).draw(clip(moved, unitBox));
};

/**
 * Stroke digits that LeNet and the same net trained on attacks both read rightly, attacked on their manifold
 * and off it.
 */
export const onManifoldExperiment: Experiment = {
  id: 'on-manifold',
  title: 'Attacks on the manifold, against a net trained on attacks off it',
  seed,
  needs: [],
  quick: false,
  run: async (lab) => {
    const nets = await Promise.all(subjects.map(({ id }) => lab.net(id)));
    const n = lab.quick ? 4 : 200;
    const digits = await places(nets, n);
    const rows: Row[] = [];
    /** For each net, whether it was fooled on the manifold of each digit in turn. */
    const outcomes: boolean[][] = [];
    for (const [k, { name }] of subjects.entries()) {
      const net = nets[k] as Oracle;
      const other = nets[1 - k] as Oracle;
      const counts = { anywhere: 0, plane: 0, manifold: 0, alone: 0, chance: 0 };
      const outcome: boolean[] = [];
      for (const [i, place] of digits.entries()) {
        lab.progress(`${name}: ${i + 1} of ${n}`);
        const { x0, digit, manifold, latent } = place;
        const goal = { kind: 'leave', labels: Int32Array.of(digit) } as const;
        const free: Problem = { oracle: net, x0, goal, ball: balls.l2, radius, box: unitBox };
        const plane = inTangent(free, manifold.jacobian(latent));
        const curved = onManifold({ oracle: net, goal, ball: balls.linf, radius: reach }, manifold, latent);
        const written = curved.pictures((await attacked(pgd, curved.problem)).x);
        const fooled = await misreads(net, written, digit);
        counts.manifold += Number(fooled);
        counts.alone += Number(fooled && !(await misreads(other, written, digit)));
        counts.anywhere += Number(await misreads(net, (await attacked(pgd, free)).x, digit));
        counts.plane += Number(
          await misreads(net, plane.pictures((await attacked(pgd, plane.problem)).x), digit),
        );
        counts.chance += Number(await misreads(net, elsewhere(place, i), digit));
        outcome.push(fooled);
      }
      outcomes.push(outcome);
      rows.push(
        share(`${name}: fooled anywhere, L2, radius ${radius}`, counts.anywhere, n),
        share(`${name}: fooled in the tangent plane, L2, radius ${radius}`, counts.plane, n),
        share(`${name}: fooled on the manifold, ${reach} of each latent’s range`, counts.manifold, n),
        share(`${name}: misread at a random place within that`, counts.chance, n),
        share(`${name}: fooled on the manifold, by a picture that the other net reads`, counts.alone, n),
      );
    }
    const [first = [], second = []] = outcomes;
    const only = (a: readonly boolean[], b: readonly boolean[]): number =>
      a.filter((one, i) => one && !b[i]).length;
    rows.push(
      share('on the manifold of the same digit, only LeNet is fooled', only(first, second), n),
      share('on the manifold of the same digit, only the net trained on attacks is', only(second, first), n),
    );
    return rows;
  },
};
