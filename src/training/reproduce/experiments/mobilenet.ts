import { rank } from '../../../lab/statistics/rank.ts';
import { row } from '../../../lab/vec.ts';
import { mobilenetFolder, mobilenetIn, photographsIn, samplesFolder } from '../../photographs.ts';
import { attackAllTowards, towards } from '../../targeted.ts';
import type { Experiment } from '../experiment.ts';
import { mean, share, type Row } from '../row.ts';

/**
 * A published net of a thousand classes: what it sees in photographs, and how few levels of colour decide
 * that.
 */
export const mobilenetExperiment: Experiment = {
  id: 'mobilenet',
  title: 'MobileNet on photographs: led to a random class within 8 of 255 levels, 40 steps',
  seed: towards.seed,
  needs: [mobilenetFolder, samplesFolder],
  quick: true,
  run: async (lab) => {
    const net = await mobilenetIn(lab.folder);
    const pictures = await photographsIn(lab.folder, lab.quick ? 4 : Infinity);
    const n = pictures.labels.length;
    const rows: Row[] = [];
    if (!lab.quick) {
      const logits = await net.logits(pictures.x);
      const ranks = Array.from(pictures.labels, (label, i) => rank(row(logits, i, net.classes), label));
      const within = (places: number): number => ranks.filter((place) => place < places).length;
      rows.push(
        share('right', within(1), n, { published: { value: 0.58, n: 60, status: 'M' }, bound: [0.58, 0.59] }),
        share('right among the five likeliest', within(5), n, {
          published: { value: 0.82, n: 60, status: 'M' },
          bound: [0.81, 0.82],
        }),
      );
    }
    const all = await attackAllTowards(net, pictures, towards, (done) =>
      lab.progress(`MobileNet: ${done} of ${n}`),
    );
    net.dispose();
    const reached = all.filter(({ outcome }) => outcome === 'reached');
    rows.push(
      share('target reached, in 8 bits, on WebAssembly', reached.length, n, { bound: [0.95, 1] }),
      mean(
        'confidence in the target',
        reached.map(({ confidence }) => confidence),
        {},
        'share',
      ),
      share(
        'answer changed by random noise of that size',
        all.filter((each) => each.noisy !== each.before).length,
        n,
      ),
    );
    return rows;
  },
};
