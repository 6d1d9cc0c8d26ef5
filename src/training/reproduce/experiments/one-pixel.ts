import { onePixel } from '../../../lab/attacks/one-pixel.ts';
import { numberAt } from '../../../lab/vec.ts';
import { attackedRows, firstCorrect, mistakes } from '../attacked.ts';
import type { Experiment } from '../experiment.ts';
import { median, share, type Row } from '../row.ts';

const n = 20;
/**
 * What a later implementation of Su et al. found for a LeNet on small colour pictures, by number of pixels.
 */
const elsewhere = { 1: 63, 3: 92, 5: 93 } as const;

/** Differential evolution over few pixels. Digits differ too much from small colour pictures for a bar. */
export const onePixelExperiment: Experiment = {
  id: 'one-pixel',
  title: 'One, three and five pixels of digits-lenet',
  seed: 1,
  needs: [],
  quick: false,
  run: async (lab) => {
    const net = await lab.net('digits-lenet');
    const rows = await firstCorrect(net, lab.digits, n);
    const found: Row[] = [];
    for (const pixels of [1, 3, 5] as const) {
      lab.progress(`${pixels} pixels`);
      const options = { population: 100, generations: 30, eightBits: true };
      const { logits, queries } = await attackedRows(net, rows, {
        attack: onePixel,
        options,
        ball: 'l0',
        radius: pixels,
        seed: 1,
      });
      const { places } = mistakes(logits, rows.labels);
      const name = `digits-lenet, ${pixels} ${pixels === 1 ? 'pixel' : 'pixels'}`;
      found.push(
        share(`${name}: success`, places.length, n, {
          differs: `grey digits; on CIFAR-10 a LeNet was fooled in ${elsewhere[pixels]} % (400 candidates, 75 generations)`,
        }),
      );
      if (places.length === 0) continue;
      found.push(
        median(
          `${name}: questions, median of the successes`,
          places.map((i) => numberAt(queries, i)),
        ),
      );
    }
    return found;
  },
};
