import { thingNames } from '../../../data/emoji/things.ts';
import { clouds, walk } from '../../../figures/generate/walk.ts';
import { unitBox } from '../../../lab/box.ts';
import { toEightBits } from '../../../lab/eight-bits.ts';
import type { Oracle, Vec } from '../../../lab/oracle.ts';
import { random } from '../../../lab/random.ts';
import { predictions } from '../../../lab/vec.ts';
import type { Experiment } from '../experiment.ts';
import { share, type Row } from '../row.ts';

const seed = 1;
const steps = 40;
const noise = 0.005;

const drawn = async (oracle: Oracle, label: number, stride: number, count: number): Promise<Vec> => {
  const stream = random(seed).fork(label);
  const start = clouds(count, stream.fork('start'));
  let x = start;
  const path = walk(oracle, start, label, { steps, stride, noise }, stream.fork('noise'));
  for await (const step of path) x = step.x;
  return toEightBits(x, unitBox);
};

/**
 * Pictures that a plain and a robust classifier draw, as the figure does, of every thing: how often the net
 * itself and a third agree.
 */
export const drawnExperiment: Experiment = {
  id: 'drawn',
  title: 'Pictures drawn from classifiers: a plain and a robust net, judged by a third',
  seed,
  needs: [],
  quick: false,
  run: async (lab) => {
    const judge = await lab.net('emoji-cnn-b');
    const count = 3;
    const n = thingNames.length * count;
    const rows: Row[] = [];
    for (const stride of [1, 0.2]) {
      for (const [name, id] of [
        ['plain', 'emoji-cnn'],
        ['robust', 'emoji-robust'],
      ] as const) {
        const net = await lab.net(id);
        let [own, agreed] = [0, 0];
        for (const label of thingNames.keys()) {
          lab.progress(`${name}, steps of ${stride}: ${thingNames[label] ?? ''}`);
          const x = await drawn(net, label, stride, count);
          const hits = async (one: Oracle): Promise<number> =>
            predictions(await one.logits(x), one.classes).filter((guess) => guess === label).length;
          own += await hits(net);
          agreed += await hits(judge);
        }
        rows.push(share(`${name}, steps of ${stride}: the net itself says so`, own, n));
        rows.push(share(`${name}, steps of ${stride}: a third net agrees`, agreed, n));
      }
    }
    return rows;
  },
};
