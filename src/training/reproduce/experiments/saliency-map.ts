import { jsma, type JsmaOptions } from '../../../lab/attacks/jsma.ts';
import { l0 } from '../../../lab/balls/l0.ts';
import type { Oracle } from '../../../lab/oracle.ts';
import { joined, numberAt, predictions, row, subtract } from '../../../lab/vec.ts';
import type { Rows } from '../../tasks/task.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { attackedRows, firstCorrect } from '../attacked.ts';
import { mean, share, type About, type Row } from '../row.ts';

const source = 'carlini2017towards';
const n = 30;
/** A seventh of the picture: what Papernot et al. allow. */
const allowed = 112;

/** Every picture as often as there are other classes, with each of these as its label. */
const targeted = ({ x, labels }: Rows, classes: number): Rows => {
  const dimension = x.length / labels.length;
  const pairs = Array.from(labels).flatMap((label, i) =>
    Array.from({ length: classes }, (_, target) => ({ i, target })).filter(({ target }) => target !== label),
  );
  return {
    x: joined(pairs.map(({ i }) => row(x, i, dimension))),
    labels: Int32Array.from(pairs, ({ target }) => target),
  };
};

/**
 * Pixels changed to bring each picture to each other class, picture after picture; Infinity where that
 * failed.
 */
const pixels = async (net: Oracle, rows: Rows, outputs: JsmaOptions['outputs'], lab: Laboratory) => {
  const order = {
    attack: jsma,
    options: { outputs },
    ball: 'l0',
    radius: net.dimension,
    targets: rows.labels,
    seed: 1,
  } as const;
  const { x, logits } = await attackedRows(net, rows, order, (done) =>
    lab.progress(`${outputs}: ${done} targets`),
  );
  const guesses = predictions(logits, net.classes);
  const counts = Array.from(rows.labels, (target, k) =>
    guesses[k] === target
      ? l0.size(subtract(row(x, k, net.dimension), row(rows.x, k, net.dimension)))
      : Infinity,
  );
  const targets = net.classes - 1;
  return Array.from({ length: n }, (_, i) => counts.slice(i * targets, (i + 1) * targets));
};

const cases = [
  ['the nearest', (counts: readonly number[]) => [Math.min(...counts)]],
  ['every', (counts: readonly number[]) => counts],
  ['the furthest', (counts: readonly number[]) => [Math.max(...counts)]],
] as const;

/**
 * Means over successes, as Carlini and Wagner give them, and success within the pixels that Papernot et al.
 * allow.
 */
export const saliencyMap: Experiment = {
  id: 'saliency-map',
  title: 'Saliency map attack: pixels changed',
  seed: 1,
  needs: [],
  quick: false,
  run: async (lab) => {
    const net = await lab.net('digits-lenet');
    const rows: Row[] = [];
    const pictures = targeted(await firstCorrect(net, lab.digits, n), net.classes);
    const differs = 'our own LeNet in place of theirs; pixels only get brighter';
    for (const [outputs, name, published] of [
      ['logits', 'slopes of logits', [20, 56, 180]],
      ['probabilities', 'slopes of probabilities', [17, 45, 100]],
    ] as const) {
      const changed = await pixels(net, pictures, outputs, lab);
      for (const [k, [which, chosen]] of cases.entries()) {
        const counts = changed.flatMap(chosen);
        const reached = counts.filter(Number.isFinite);
        const about: About = { published: { value: numberAt(published, k), source, status: 'C' }, differs };
        rows.push(
          mean(`${name}, ${which} class: pixels`, reached, about),
          share(`${name}, ${which} class: success`, reached.length, counts.length, {
            published: { value: name === 'slopes of logits' && k === 2 ? 0.98 : 1, source, status: 'C' },
            bound: k === 2 ? [0.5, 1] : [0.9, 1],
            differs,
          }),
        );
      }
      const all = changed.flat();
      rows.push(
        share(
          `${name}: success within ${allowed} pixels`,
          all.filter((one) => one <= allowed).length,
          all.length,
        ),
      );
    }
    return rows;
  },
};
