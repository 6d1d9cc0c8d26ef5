import { digitRows } from '../../../data/mnist.ts';
import type { Answers } from '../../../lab/oracle.ts';
import { median } from '../../../lab/statistics/median.ts';
import { predictions } from '../../../lab/vec.ts';
import type { NetId } from '../../../nets/registry.ts';
import { encodingIds, evolve, type EncodingId } from '../../evolved.ts';
import { fooling, noDigit, type Part } from '../../tasks/digits-plus.ts';
import { mistakes } from '../attacked.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { number, share, type Row } from '../row.ts';

const source = 'nguyen2015deep';
const rounds = 5;
const runs = 2;
const generations = 200;

const idOf = (round: number): NetId => `digits-plus-${round}` as NetId;

interface Caught {
  readonly caught: number;
  readonly n: number;
}

/** How many of the pictures evolved against the nets of these rounds a net calls no digit. */
const caughtBy = async (net: Answers, fooled: readonly number[], part: Part): Promise<Caught> => {
  let [caught, n] = [0, 0];
  for (const round of fooled) {
    const pictures = await fooling(idOf(round), part);
    const guesses = predictions(await net.logits(digitRows(pictures).x), net.classes);
    caught += guesses.filter((guess) => guess === noDigit).length;
    n += pictures.count;
  }
  return { caught, n };
};

/** The confidences in the ten digits of each of some new evolutions against a net. */
const confidences = async (
  lab: Laboratory,
  net: Answers,
  name: string,
  encoding: EncodingId,
): Promise<readonly number[]> => {
  const found: number[] = [];
  for (let run = 1; run <= runs; run++) {
    lab.progress(`${name}: new pictures, ${encoding}, run ${run} of ${runs}`);
    const [last] = await evolve(net, { encoding, seed: `again-${run}`, generations });
    found.push(...(last?.cells ?? []).map(({ confidence }) => confidence));
  }
  return found;
};

/**
 * The arms race of Nguyen et al.: pictures evolved against a net are shown to the next one as 'no digit', and
 * evolution starts again.
 */
export const foolingClass: Experiment = {
  id: 'fooling-class',
  title: 'Retraining with a class for fooling pictures, round by round',
  seed: 1,
  needs: [],
  quick: false,
  run: async (lab) => {
    const pictures = digitRows(lab.digits);
    const n = pictures.labels.length;
    const rows: Row[] = [];
    for (let round = 0; round <= rounds; round++) {
      const name = `round ${round}`;
      const net = await lab.net(idOf(round));
      const wrong = mistakes(await net.logits(pictures.x), pictures.labels).wrong;
      rows.push(share(`${name}: clean accuracy`, n - wrong, n, { bound: [0.99, 1] }));
      const told = (about: string, { caught, n: count }: Caught, bound?: [number, number]): void => {
        rows.push(share(`${name}: caught of ${about}`, caught, count, bound && { bound }));
      };
      if (round > 0) {
        const last = [round - 1];
        told('the pictures that it was retrained on last', await caughtBy(net, last, 'train'), [0.95, 1]);
        told('others evolved against the same net, never seen', await caughtBy(net, last, 'test'));
      }
      if (round > 1) {
        const before = Array.from({ length: round - 1 }, (_, i) => i);
        told('the pictures of all rounds before', await caughtBy(net, before, 'train'));
      }
      for (const encoding of encodingIds) {
        const found = await confidences(lab, net, name, encoding);
        rows.push(
          number(
            `${name}: confidence in new pictures, ${encoding}, ${generations} generations, median of ${runs} runs`,
            median(found),
            found.length,
            {
              published: { value: 'a new batch fools each retrained net', source, status: 'C' },
              bound: [0.99, 1],
              differs: 'each net goes on from the one before',
            },
            'share',
          ),
        );
      }
    }
    return rows;
  },
};
