import { imageSpace, type ImageSpaceCount } from '../../../lab/geometry/image-space.ts';
import { random } from '../../../lab/random.ts';
import type { Experiment } from '../experiment.ts';
import type { Row } from '../row.ts';

/** In how much of the space of all pictures a net is sure of a digit, with exact bounds. */
export const imageSpaceExperiment: Experiment = {
  id: 'image-space',
  title: 'Share of image space in which a net is sure',
  seed: 1,
  needs: ['lenet-d', 'lenet-f'],
  quick: true,
  run: async (lab) => {
    const rows: Row[] = [];
    const pictures = lab.quick ? 2000 : 10_000;
    const nets = {
      'digits-lenet': await lab.net('digits-lenet'),
      'digits-robust': await lab.net('digits-robust'),
      'lenet-d': await lab.published('lenet-d'),
      'lenet-f': await lab.published('lenet-f'),
    };
    for (const [id, net] of Object.entries(nets)) {
      if (lab.quick && id !== 'digits-lenet') continue;
      let counts: readonly ImageSpaceCount[] = [];
      const options = { thresholds: [0.5, 0.9, 0.99], pictures };
      for await (counts of imageSpace(net, options, random(1).fork(id))) {
        lab.progress(`${id}: ${counts[0]?.pictures ?? 0} of ${pictures} pictures`);
      }
      rows.push(
        ...counts.map(({ threshold, share: { rate, low, high } }): Row => ({
          name: `${id}: at least ${100 * threshold} % sure of a picture of uniform noise`,
          value: rate,
          unit: 'share',
          interval: [low, high],
          method: 'Clopper–Pearson',
          n: pictures,
        })),
      );
    }
    return rows;
  },
};
