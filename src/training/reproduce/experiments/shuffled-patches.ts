import { random } from '../../../lab/random.ts';
import { rank } from '../../../lab/statistics/rank.ts';
import { numberAt, row } from '../../../lab/vec.ts';
import { patchOrder, inOrder } from '../../../lab/visualise/patches.ts';
import { mobilenetFolder, mobilenetIn, photographsIn, samplesFolder } from '../../photographs.ts';
import type { Experiment } from '../experiment.ts';
import { mean, share, type Row } from '../row.ts';

const seed = 1;
const cuts = [1, 2, 4, 8] as const;

/** Photographs cut into patches that are laid in a random order: what MobileNet still recognises. */
export const shuffledPatches: Experiment = {
  id: 'shuffled-patches',
  title: 'Photographs cut into patches and shuffled: what MobileNet still recognises',
  seed,
  needs: [mobilenetFolder, samplesFolder],
  quick: false,
  run: async (lab) => {
    const net = await mobilenetIn(lab.folder);
    const pictures = await photographsIn(lab.folder);
    const n = pictures.labels.length;
    const rows: Row[] = [];
    for (const across of cuts) {
      const ranks: number[] = [];
      const sure: number[] = [];
      for (let i = 0; i < n; i++) {
        lab.progress(`${across} × ${across} patches: ${i} of ${n}`);
        const order = patchOrder([224, 224, 3], across, random(seed).fork(`${across}/${i}`));
        const picture = inOrder(row(pictures.x, i, net.dimension), order);
        const beliefs = await net.probabilities(picture);
        ranks.push(rank(beliefs, numberAt(pictures.labels, i)));
        sure.push(Math.max(...beliefs));
      }
      const within = (places: number): number => ranks.filter((place) => place < places).length;
      const name = across === 1 ? 'whole' : `${across} × ${across} patches`;
      rows.push(share(`${name}: right`, within(1), n));
      rows.push(share(`${name}: right among the five likeliest`, within(5), n));
      rows.push(mean(`${name}: confidence`, sure, {}, 'share'));
    }
    net.dispose();
    return rows;
  },
};
