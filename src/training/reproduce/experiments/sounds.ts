import { signalToNoise } from '../../../data/sounds/decibels.ts';
import type { Attack } from '../../../lab/attack.ts';
import { ddn } from '../../../lab/attacks/ddn.ts';
import { deepfool } from '../../../lab/attacks/deepfool.ts';
import { fgsm } from '../../../lab/attacks/fgsm.ts';
import { pgd } from '../../../lab/attacks/pgd.ts';
import { balls } from '../../../lab/balls/index.ts';
import type { BallId } from '../../../lab/ball.ts';
import { unitBox } from '../../../lab/box.ts';
import type { Vec } from '../../../lab/oracle.ts';
import { random } from '../../../lab/random.ts';
import { add, clip, length, mapped, numberAt, row } from '../../../lab/vec.ts';
import { freshSounds } from '../../tasks/sounds.ts';
import { attackedRows, correctOf, mistakes } from '../attacked.ts';
import type { Experiment } from '../experiment.ts';
import { number, share, type Row } from '../row.ts';

const dimension = 4000;

/** The largest change of a sample in the box: a hundredth of its width. */
const epsilon = 0.01;

/** How many decibels below its sound each sound's noise lies. */
const below = (x: Vec, after: Vec): readonly number[] =>
  Array.from({ length: x.length / dimension }, (_, i) =>
    signalToNoise(row(x, i, dimension), row(after, i, dimension)),
  );

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Every sound under noise at random that lies so many decibels below it, the same at all frequencies. */
const hissing = (x: Vec, decibels: number): Vec => {
  const noisy = new Float32Array(x.length);
  for (let i = 0; i * dimension < x.length; i++) {
    const sound = row(x, i, dimension);
    const loudness = length(mapped(sound, (value) => value - 0.5)) * 10 ** (-decibels / 20);
    const hiss = balls.l2.sampleOfSize(dimension, loudness, random(1).fork(`hiss ${decibels}`).fork(i));
    noisy.set(clip(add(sound, hiss), unitBox), i * dimension);
  }
  return noisy;
};

/** One attack on all sounds, as it is used on pictures. */
interface Trial<Options> {
  readonly name: string;
  readonly attack: Attack<Options>;
  readonly options?: Partial<Options>;
  readonly ball: BallId;
  readonly radius: number;
  readonly bound?: [number, number];
}

/**
 * The attacks on pictures, unchanged, on sounds: who is fooled, and how far below the sound the added noise
 * lies.
 */
export const soundsExperiment: Experiment = {
  id: 'sounds',
  title: 'The same attacks on half a second of sound',
  seed: 1,
  needs: [],
  quick: true,
  run: async (lab) => {
    const net = await lab.net('sounds-cnn');
    const n = lab.quick ? 20 : 200;
    const fresh = freshSounds(0, lab.quick ? 30 : 2000);
    const wrong = mistakes(await net.logits(fresh.x), fresh.labels).wrong;
    const rows: Row[] = [
      share('sounds-cnn: clean accuracy', fresh.labels.length - wrong, fresh.labels.length, {
        bound: [lab.quick ? 0.8 : 0.97, 1],
      }),
    ];
    const sounds = await correctOf(net, fresh, n);

    const tried = async <Options>({ name, bound, ...order }: Trial<Options>): Promise<readonly number[]> => {
      const { x, logits } = await attackedRows(net, sounds, { ...order, seed: 1 }, (done) =>
        lab.progress(`${name}: ${done} of ${n}`),
      );
      const fooled = mistakes(logits, sounds.labels).places;
      const decibels = below(sounds.x, x);
      rows.push(
        share(`${name}: fooled`, fooled.length, n, bound && { bound }),
        number(`${name}: decibels below the sound, median`, median(decibels), n),
      );
      return fooled.map((i) => numberAt(decibels, i));
    };
    await tried({ name: `FGSM, L∞ ${epsilon}`, attack: fgsm, ball: 'linf', radius: epsilon });
    await tried({
      name: `PGD, L∞ ${epsilon}, 20 steps`,
      attack: pgd,
      options: { steps: 20 },
      ball: 'linf',
      radius: epsilon,
      bound: [lab.quick ? 0.5 : 0.75, 1],
    });
    if (!lab.quick) {
      await tried({ name: 'DeepFool, L2', attack: deepfool, ball: 'l2', radius: Infinity, bound: [0.99, 1] });
    }
    const steps = lab.quick ? 30 : 100;
    const smallest = await tried({
      name: `DDN, L2, ${steps} steps`,
      attack: ddn,
      options: { steps },
      ball: 'l2',
      radius: 100,
      bound: [0.99, 1],
    });
    for (const decibels of [30, 20, 10]) {
      const chosen = smallest.filter((each) => each >= decibels).length;
      const heard = mistakes(await net.logits(hissing(sounds.x, decibels)), sounds.labels).wrong;
      rows.push(
        share(`chosen noise (DDN) at least ${decibels} dB below: fooled`, chosen, n),
        share(
          `random noise ${decibels} dB below: fooled`,
          heard,
          n,
          decibels < 20 ? {} : { bound: [0, 0.1] },
        ),
      );
    }
    return rows;
  },
};
