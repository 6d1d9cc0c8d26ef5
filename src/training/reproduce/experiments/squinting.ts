import { digitShape } from '../../../data/digit.ts';
import { likestShape, meanShapes } from '../../../data/strokes.ts';
import { gaussianBlur } from '../../../lab/defences/blur.ts';
import { argmax } from '../../../lab/vec.ts';
import { encodingIds, evolve } from '../../evolved.ts';
import type { Experiment } from '../experiment.ts';
import { share, type Row } from '../row.ts';

const runs = 10;
const generations = 40;
const blur = 1.5;

/**
 * Of evolved pictures, blurred, how many are likest to the digit that they were evolved for, and how many the
 * net still reads.
 */
export const squinting: Experiment = {
  id: 'squinting',
  title: `Evolved pictures under a blur of ${blur} pixels`,
  seed: 1,
  needs: [],
  quick: false,
  run: async (lab) => {
    const rows: Row[] = [];
    const shapes = meanShapes();
    const soft = gaussianBlur(digitShape, blur);
    for (const id of ['digits-softmax', 'digits-lenet'] as const) {
      const net = await lab.net(id);
      for (const encoding of encodingIds) {
        let like = 0;
        let read = 0;
        for (let seed = 1; seed <= runs; seed++) {
          const [archive] = await evolve(net, { encoding, seed: String(seed), generations });
          for (const { label, picture } of archive?.cells ?? []) {
            const seen = soft.apply(Float32Array.from(picture, (level) => level / 255));
            if (likestShape(seen, shapes) === label) like++;
            if (argmax(await net.logits(seen)) === label) read++;
          }
          lab.progress(`${id}, ${encoding}: run ${seed} of ${runs}`);
        }
        const name = `${id}, ${encoding}`;
        rows.push(
          share(`${name}: likest to the digit's mean shape`, like, 10 * runs),
          share(`${name}: read as evolved`, read, 10 * runs),
        );
      }
    }
    return rows;
  },
};
