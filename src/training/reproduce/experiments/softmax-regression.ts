import { digitSize } from '../../../data/digit.ts';
import { digitRows, type Digits } from '../../../data/mnist.ts';
import { fgsm } from '../../../lab/attacks/fgsm.ts';
import { numberAt } from '../../../lab/vec.ts';
import type { Experiment } from '../experiment.ts';
import { attackedRows, mistakes, unclipped } from '../attacked.ts';
import { regression } from '../nets.ts';
import { mean, share } from '../row.ts';

const source = 'goodfellow2015explaining';
const order = { attack: fgsm, ball: 'linf', radius: 0.25, box: unclipped, seed: 1 } as const;

/** Only these digits, relabelled 0, 1, … in the order given. */
const only = (digits: Digits, kept: readonly number[]): Digits => {
  const places = Array.from(digits.labels.keys()).filter((i) => kept.includes(numberAt(digits.labels, i)));
  const images = new Uint8Array(places.length * digitSize);
  places.forEach((from, to) =>
    images.set(digits.images.subarray(from * digitSize, (from + 1) * digitSize), to * digitSize),
  );
  return {
    images,
    labels: Uint8Array.from(places, (i) => kept.indexOf(numberAt(digits.labels, i))),
    count: places.length,
  };
};

/**
 * The fast gradient sign method on regressions, which have no layers to blame: ten digits, and 3 against 7.
 */
export const softmaxRegression: Experiment = {
  id: 'softmax-regression',
  title: 'FGSM on regressions, ε = 0.25, unclipped',
  seed: 1,
  needs: [],
  quick: false,
  run: async (lab) => {
    // Its confidence grows with its weights for as long as it is trained; theirs is not said to be trained to
    // the end.
    const ten = await lab.trained({ ...regression(10, 2), id: 'regression-10-slow', rate: 6e-4 });
    const pictures = digitRows(lab.digits);
    const clean = mistakes(await ten.logits(pictures.x), pictures.labels);
    const { logits } = await attackedRows(ten, pictures, order);
    const { wrong, confidences } = mistakes(logits, pictures.labels);

    const pair = only(lab.digits, [3, 7]);
    const two = await lab.trained(regression(2, 40), only(await lab.training(), [3, 7]));
    const rows = digitRows(pair);
    const before = mistakes(await two.logits(rows.x), rows.labels);
    const after = mistakes((await attackedRows(two, rows, order)).logits, rows.labels);
    return [
      share('ten digits: error before', clean.wrong, pictures.labels.length),
      share('ten digits: error', wrong, pictures.labels.length, {
        published: { value: 0.999, n: 10_000, source, status: 'C', comparison: 'recipe' },
        bound: [0.99, 1],
      }),
      mean(
        'ten digits: confidence in the mistakes',
        confidences,
        {
          published: { value: 0.793, source, status: 'C', comparison: 'recipe' },
          bound: [0.75, 0.85],
          differs: 'two epochs at a small rate: trained longer, it is surer of its mistakes',
        },
        'share',
      ),
      share('3 against 7: error before', before.wrong, pair.count, {
        published: { value: 0.016, n: pair.count, source, status: 'C', comparison: 'recipe' },
        bound: [0.008, 0.025],
      }),
      share('3 against 7: error after', after.wrong, pair.count, {
        published: { value: 0.99, n: pair.count, source, status: 'C', comparison: 'recipe' },
        bound: [0.97, 1],
      }),
    ];
  },
};
