import { digitShape } from '../../../data/digit.ts';
import { digitRows } from '../../../data/mnist.ts';
import { pgd } from '../../../lab/attacks/pgd.ts';
import { sequentially } from '../../../lab/attacks/sequentially.ts';
import { towardsRivals } from '../../../lab/attacks/towards-rivals.ts';
import { bitDepth, smoothBitDepth } from '../../../lab/defences/bit-depth.ts';
import { gaussianBlur } from '../../../lab/defences/blur.ts';
import { medianFilter } from '../../../lab/defences/median.ts';
import { bpda, type Preprocessing } from '../../../lab/defences/preprocessing.ts';
import { squeezingDistances, squeezingThreshold } from '../../../lab/defences/squeezing.ts';
import type { Oracle, Vec } from '../../../lab/oracle.ts';
import { ensemble } from '../../../lab/oracles/ensemble.ts';
import { detecting } from '../../../lab/oracles/detecting.ts';
import { preprocessed } from '../../../lab/oracles/preprocessed.ts';
import { predictions } from '../../../lab/vec.ts';
import type { Experiment, Laboratory } from '../experiment.ts';
import { attackedRows, mistakes } from '../attacked.ts';
import { number, share, type Row } from '../row.ts';

type Squeezer = readonly [Preprocessing, Preprocessing];

/** Each defence as it is, and as an attacker who knows it differentiates it. */
const squeezers = [
  [bitDepth(1), bpda(bitDepth(1), smoothBitDepth(1, 10))],
  [medianFilter(digitShape, 2), medianFilter(digitShape, 2)],
  [medianFilter(digitShape, 3), medianFilter(digitShape, 3)],
  [gaussianBlur(digitShape, 1), gaussianBlur(digitShape, 1)],
] as const satisfies readonly Squeezer[];

/** Xu et al.'s detector, an attacker who does not know of it and one who does. */
const detectorRows = async (lab: Laboratory, net: Oracle): Promise<readonly Row[]> => {
  const [oneBit, median] = squeezers;
  const detector = [oneBit[0], median[0]];
  const ordinary = await squeezingDistances(net, detector, digitRows(lab.digits, 5000, 6000).x);
  const threshold = squeezingThreshold(ordinary, 0.05);
  const n = lab.quick ? 30 : 100;
  const pictures = digitRows(lab.digits, 0, n);
  const judge = detecting(net, detector, threshold);
  const order = { options: { steps: 40, randomStart: true }, ball: 'l2', radius: 2.5, seed: 1 } as const;
  const evaded = async (x: Vec): Promise<number> =>
    predictions(await judge.logits(x), judge.classes).filter(
      (guess, i) => guess !== pictures.labels[i] && guess !== net.classes,
    ).length;
  const plain = (await attackedRows(net, pictures, { ...order, attack: pgd })).x;
  // Through the mean of all passes: the detector's own gradient fades where probabilities near 0 or 1.
  const passes = ensemble([net, ...[oneBit, median].map(([, known]) => preprocessed(net, known))]);
  const attack = towardsRivals(sequentially(pgd, [passes]), [net.classes], lab.quick ? 1 : 2);
  const adaptive = (
    await attackedRows(judge, pictures, { ...order, attack }, (done) =>
      lab.progress(`detector: ${done} of ${n}`),
    )
  ).x;
  const [naive, knowing] = [await evaded(plain), await evaded(adaptive)];
  const name = 'detector of 1 bit and median 2 × 2 at 5 % false alarms, L2 = 2.5';
  return [
    number(`${name}: threshold of the L1 distance`, threshold, 1000),
    share(`${name}: fooled and not noticed by who does not know`, naive, n),
    share(`${name}: fooled and not noticed by who knows`, knowing, n, { bound: [naive / n, 1] }),
  ];
};

/**
 * Squeezing the input before digits-lenet sees it, against an attacker who does not know of it and one who
 * does.
 */
export const featureSqueezing: Experiment = {
  id: 'feature-squeezing',
  title: 'Feature squeezing on digits-lenet: PGD, L2 = 2',
  seed: 1,
  needs: [],
  quick: true,
  run: async (lab) => {
    const net = await lab.net('digits-lenet');
    const n = lab.quick ? 60 : 300;
    const pictures = digitRows(lab.digits, 0, n);
    const steps = lab.quick ? 20 : 40;
    const order = {
      attack: pgd,
      options: { steps, randomStart: true },
      ball: 'l2',
      radius: 2,
      seed: 1,
    } as const;
    const attacked = async (oracle: Oracle, what: string): Promise<Vec> =>
      (await attackedRows(oracle, pictures, order, (done) => lab.progress(`${what}: ${done} of ${n}`))).x;
    const right = async (oracle: Oracle, x: Vec): Promise<number> =>
      n - mistakes(await oracle.logits(x), pictures.labels).wrong;

    const plain = await attacked(net, 'not knowing');
    const undefended = await right(net, plain);
    const rows: Row[] = [share('no defence, attacked: accuracy', undefended, n)];
    for (const [defence, known] of lab.quick ? squeezers.slice(1, 2) : squeezers) {
      const defended = preprocessed(net, defence);
      const naive = await right(defended, plain);
      const adaptive = await right(defended, await attacked(preprocessed(net, known), defence.title));
      rows.push(
        share(`${defence.title}: clean accuracy`, await right(defended, pictures.x), n, { bound: [0.9, 1] }),
        share(`${defence.title}, attacked by who does not know: accuracy`, naive, n),
        share(`${defence.title}, attacked by who knows: accuracy`, adaptive, n),
        number(
          `${defence.title}: what is left of the accuracy it had recovered`,
          (adaptive - undefended) / (naive - undefended),
          n,
          { bound: [-1, 0.5] },
          'share',
        ),
      );
    }
    rows.push(...(await detectorRows(lab, net)));
    return rows;
  },
};
