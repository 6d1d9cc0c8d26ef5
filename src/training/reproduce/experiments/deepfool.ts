import { deepfool } from '../../../lab/attacks/deepfool.ts';
import { balls } from '../../../lab/balls/index.ts';
import type { BallId } from '../../../lab/ball.ts';
import { unitBox } from '../../../lab/box.ts';
import type { Vec } from '../../../lab/oracle.ts';
import { counted } from '../../../lab/oracles/counted.ts';
import type { Problem } from '../../../lab/problem.ts';
import { clip, row, subtract } from '../../../lab/vec.ts';
import type { Experiment, Laboratory, PublishedNet } from '../experiment.ts';
import { attackedRows, firstCorrect, mistakes, unclipped } from '../attacked.ts';
import { mean, number, share, type Row } from '../row.ts';

const source = 'moosavidezfooli2016deepfool';
/** So far that nothing is in the way. */
const radius = 100;

/** DeepFool on the first n digits that a published net gets right. */
const attacked = async (lab: Laboratory, id: PublishedNet, n: number, ball: BallId, box: Problem['box']) => {
  const net = await lab.published(id);
  const middle = await lab.meanOf(id);
  const pictures = await firstCorrect(net, lab.digits, n);
  const { oracle, counts } = counted(net);
  const order = { attack: deepfool, ball, radius, box, seed: 1 } as const;
  const { x } = await attackedRows(oracle, pictures, order, (done) =>
    lab.progress(`${id}, ${ball}: ${done} of ${n}`),
  );
  const { size } = balls[ball];
  const each = (of: (x0: Vec, size: number) => number): readonly number[] =>
    Array.from(pictures.labels.keys(), (i) => {
      const x0 = row(pictures.x, i, net.dimension);
      return of(x0, size(subtract(row(x, i, net.dimension), x0)));
    });
  return {
    n,
    fooled: mistakes(await net.logits(x), pictures.labels).wrong,
    fooledInBox: async () => mistakes(await net.logits(clip(x, unitBox)), pictures.labels).wrong,
    sizes: each((_, length) => length),
    relative: each((x0, length) => length / size(x0)),
    relativeToMean: each((x0, length) => length / size(subtract(x0, middle))),
    // Of each picture the Jacobian is asked once before the first step.
    steps: counts().gradients / (n * net.classes) - 1,
  };
};

const authors = async (lab: Laboratory, n: number): Promise<readonly Row[]> => {
  const name = `lenet-d, first ${n} correct, not clipped`;
  const { fooled, sizes, relative, relativeToMean, steps } = await attacked(
    lab,
    'lenet-d',
    n,
    'l2',
    unclipped,
  );
  return [
    mean(`${name}: ‖r‖₂ / ‖x − mean‖₂`, relativeToMean, {
      published: { value: 0.2, range: [0.195, 0.205], source, status: 'C', comparison: 'weights' },
      bound: [0.19, 0.206],
      differs:
        'that the norm is of the picture less the mean is inferred: with it, the published figure comes out',
    }),
    mean(`${name}: ‖r‖₂ / ‖x‖₂`, relative, { published: { value: 0.159, status: 'M' } }),
    mean(`${name}: ‖r‖₂`, sizes, { published: { value: 1.39, status: 'M' } }),
    share(`${name}: fooled`, fooled, n, { bound: [1, 1] }),
    number(`${name}: mean steps`, steps, n, {
      published: { value: 'less than 3', range: [0, 3], source, status: 'C', comparison: 'weights' },
      bound: [1, 2],
    }),
  ];
};

/** DeepFool on its authors' own net, and on Nguyen et al.'s as other implementations were run on it. */
export const deepfoolExperiment: Experiment = {
  id: 'deepfool',
  title: 'DeepFool: the way to the nearest boundary',
  seed: 1,
  needs: ['lenet-d', 'lenet-f'],
  quick: true,
  run: async (lab) => {
    if (lab.quick) return await authors(lab, 300);
    const rows = [...(await authors(lab, 1000))];
    const largest = await attacked(lab, 'lenet-d', 300, 'linf', unclipped);
    rows.push(
      mean('lenet-d, first 300 correct, not clipped: ‖r‖∞ / ‖x − mean‖∞', largest.relativeToMean, {
        published: { value: 0.1, range: [0.095, 0.105], source, status: 'C', comparison: 'weights' },
        bound: [0.09, 0.11],
      }),
    );
    const free = await attacked(lab, 'lenet-f', 200, 'l2', unclipped);
    const clipped = await attacked(lab, 'lenet-f', 200, 'l2', unitBox);
    const clippedLargest = await attacked(lab, 'lenet-f', 200, 'linf', unitBox);
    const other = 'its peers clip inside too, and differ in when they stop';
    return [
      ...rows,
      mean('lenet-f, first 200 correct, not clipped: ‖r‖₂ / ‖x‖₂', free.relative, {
        published: { value: 0.174, status: 'M' },
        bound: [0.173, 0.175],
      }),
      share('lenet-f, not clipped: still fooled after clipping the result', await free.fooledInBox(), 200, {
        published: { value: 0.005, n: 200, status: 'M' },
        bound: [0, 0.02],
      }),
      mean('lenet-f, first 200 correct, clipped at every step: ‖r‖₂ / ‖x‖₂', clipped.relative, {
        published: { value: 0.183, status: 'M' },
        bound: [0.181, 0.185],
        differs: other,
      }),
      share('lenet-f, clipped at every step: fooled', clipped.fooled, 200, {
        published: { value: 1, n: 200, status: 'M' },
        bound: [1, 1],
      }),
      number('lenet-f, clipped at every step: mean steps', clipped.steps, 200),
      mean('lenet-f, first 200 correct, clipped at every step: ‖r‖∞ / ‖x‖∞', clippedLargest.relative, {
        published: { value: 0.133, status: 'M' },
        bound: [0.125, 0.135],
        differs: other,
      }),
      share('lenet-f, ‖r‖∞, clipped at every step: fooled', clippedLargest.fooled, 200, { bound: [1, 1] }),
    ];
  },
};
