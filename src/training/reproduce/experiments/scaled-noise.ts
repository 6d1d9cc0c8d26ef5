import { unitBox } from '../../../lab/box.ts';
import { confidences, confidencesAt, smallestAlphas } from '../../../lab/geometry/confidence-rays.ts';
import type { Vec } from '../../../lab/oracle.ts';
import { random } from '../../../lab/random.ts';
import { median } from '../../../lab/statistics/median.ts';
import { clip, mapped, numberAt } from '../../../lab/vec.ts';
import type { Experiment } from '../experiment.ts';
import { number, share, type Row } from '../row.ts';

const threshold = 0.999;
const source = 'hein2019relu';
const batch = 250;
const n = 250;

/**
 * The median α on a grid, and the share more than 95 % sure once clipped, as independent implementations
 * measured them.
 */
const expected = { 'lenet-d': [1.6, 0.867], 'lenet-f': [3.5, 0.003] } as const;

/** The next power of 1.1: the grid on which the expected medians land. */
const onGrid = (alpha: number): number => 1.1 ** Math.ceil(Math.log(alpha) / Math.log(1.1) - 1e-9);

/**
 * Uniform noise times α: from which α on a net is 99.9 % sure of it, and whether it still is when that is
 * clipped to a picture.
 */
export const scaledNoise: Experiment = {
  id: 'scaled-noise',
  title: 'Confidence at α times uniform noise',
  seed: 1,
  needs: ['lenet-d', 'lenet-f'],
  quick: true,
  run: async (lab) => {
    const rows: Row[] = [];
    for (const id of ['lenet-d', 'lenet-f', 'digits-lenet', 'digits-robust'] as const) {
      if (lab.quick && !(id in expected)) continue;
      const net = await (id === 'lenet-d' || id === 'lenet-f' ? lab.published(id) : lab.net(id));
      const stream = random(1).fork(id);
      const alphas: number[] = [];
      let sure = 0;
      let farOut = 0;
      for (let from = 0; from < n; from += batch) {
        lab.progress(`${id}: ${from} of ${n}`);
        const x: Vec = new Float32Array(batch * net.dimension).map(() => stream.uniform());
        const found = await smallestAlphas(net, x, threshold);
        const scaled = mapped(x, (value, i) => value * numberAt(found, Math.floor(i / net.dimension)));
        for (const value of await confidences(net, clip(scaled, unitBox))) if (value > 0.95) sure++;
        for (const value of await confidencesAt(net, x, new Float64Array(batch).fill(1e6))) {
          if (value >= threshold) farOut++;
        }
        alphas.push(...found);
      }
      const finite = alphas.filter(Number.isFinite).length;
      const [alpha, share95] = id === 'lenet-d' || id === 'lenet-f' ? expected[id] : [];
      rows.push(
        share(`${id}: an α makes it ${threshold} sure`, finite, n, { bound: [1, 1] }),
        share(`${id}: ${threshold} sure at a million times the noise`, farOut, n, { bound: [0.99, 1] }),
        number(`${id}: median of the smallest α`, median(alphas), n, {
          published: { value: 1.5, source, status: 'C' },
          differs: 'another net of digits',
        }),
        number(`${id}: the same, on the powers of 1.1`, median(alphas.map(onGrid)), n, {
          ...(alpha !== undefined && {
            published: { value: alpha, status: 'M' },
            bound: [alpha - 0.15, alpha + 0.15],
            differs: 'neighbouring powers lie a tenth apart, and the median may fall between two',
          }),
        }),
        share(`${id}: more than 95 % sure of the picture clipped from that`, sure, n, {
          published: { value: 0.987, source, status: 'C' },
          differs: 'another net of digits',
          ...(share95 !== undefined && { bound: [Math.max(0, share95 - 0.05), share95 + 0.05] }),
        }),
      );
    }
    return rows;
  },
};
