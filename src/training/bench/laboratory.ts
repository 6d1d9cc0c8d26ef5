import { drawDigit, sampleLatent } from '../../data/strokes.ts';
import type { Attack } from '../../lab/attack.ts';
import { carliniWagner } from '../../lab/attacks/carlini-wagner.ts';
import { jsma } from '../../lab/attacks/jsma.ts';
import { pgd } from '../../lab/attacks/pgd.ts';
import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import { mapElites, mnistEvolution } from '../../lab/evolution/map-elites.ts';
import type { Vec } from '../../lab/oracle.ts';
import type { Problem } from '../../lab/problem.ts';
import { random } from '../../lab/random.ts';
import { finish, solve } from '../../lab/solve.ts';
import { median } from '../../lab/statistics/median.ts';
import { chooseBackend } from '../../nets/backends.ts';
import { loadNet } from '../../nets/load-net.ts';
import type { Net } from '../../nets/net.ts';
import { fileBytes, shippedModels } from '../../nets/sources/file.ts';
import { progress } from '../command.ts';
import { encodingIds, encodings, type EncodingId } from '../evolved.ts';
import { benchLaboratory, type BenchLaboratory } from './results.ts';

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/**
 * Generations of an evolution and as many bare forward passes at the same batch, in turn, so that whatever
 * else the machine does hits both alike. The first generations are left out: they warm up the compilers.
 */
export const evolutionSpeed = async (
  net: Net,
  encoding: EncodingId,
  rounds: number,
): Promise<BenchLaboratory['evolution'][string]> => {
  const { batch, offspring } = mnistEvolution;
  const archives = mapElites(net, encodings[encoding], { ...mnistEvolution, seed: 1 });
  const stream = random('noise');
  const x = Float32Array.from({ length: batch * net.dimension }, () => stream.integer(256) / 255);
  const bare = async (): Promise<void> => {
    for (let shown = 0; shown < offspring; shown += batch) await net.logits(x);
  };
  const times: { readonly evolved: number; readonly forward: number }[] = [];
  for (let round = -5; round < rounds; round++) {
    const forward = await seconds(bare);
    const evolved = await seconds(() => archives.next());
    if (round >= 0) times.push({ evolved, forward });
    progress(`evolution, ${encoding}: round ${Math.max(0, round + 1)} of ${rounds}`);
  }
  await archives.return();
  return {
    batch,
    rounds,
    evolved: offspring / median(times.map(({ evolved }) => evolved)),
    forward: offspring / median(times.map(({ forward }) => forward)),
    ratio: median(times.map(({ evolved, forward }) => forward / evolved)),
  };
};

interface Trial<Options> {
  readonly attack: Attack<Options>;
  readonly options: Options;
  readonly goal: 'leave' | 'reach';
  readonly ball: keyof typeof balls;
  readonly radius: number;
  readonly pictures: number;
  readonly rounds: number;
}

/** Stroke digits 0, 1, … 9, 0, … as rows, of one seed. */
const strokes = (count: number): { readonly x: Vec; readonly labels: Int32Array<ArrayBuffer> } => {
  const labels = Int32Array.from({ length: count }, (_, i) => i % 10);
  const drawn = Array.from(labels, (digit, i) => {
    const { variant, latent } = sampleLatent(digit, random('bench').fork(i));
    return drawDigit(digit, variant, latent);
  });
  return { x: Float32Array.from(drawn.flatMap((picture) => [...picture])), labels };
};

const attackSpeed = async <Options extends object>(
  net: Net,
  { attack, options, goal, ball, radius, pictures, rounds }: Trial<Options>,
): Promise<BenchLaboratory['attacks'][string]> => {
  const { x, labels } = strokes(pictures);
  const problem: Problem = {
    oracle: net,
    x0: x,
    goal: { kind: goal, labels: goal === 'leave' ? labels : labels.map((label) => (label + 1) % 10) },
    ball: balls[ball],
    radius,
    box: unitBox,
  };
  const times: number[] = [];
  let success = 0;
  for (let round = 0; round < rounds; round++) {
    times.push(
      await seconds(async () => {
        const { outcomes } = await finish(
          solve(attack as Attack<object>, problem, { options, random: random(round) }),
        );
        success += outcomes.filter((outcome) => outcome === 'reached').length / (pictures * rounds);
      }),
    );
    progress(`${attack.title}: round ${round + 1} of ${rounds}`);
  }
  return {
    title: attack.title,
    options: Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
    goal,
    pictures,
    rounds,
    perPicture: (1000 * median(times)) / pictures,
    success,
  };
};

/**
 * Evolution beside bare forward passes, and the time of PGD-40, C&W and JSMA per picture, on digits-lenet.
 */
export const measureLaboratory = async (): Promise<BenchLaboratory> => {
  const backend = await chooseBackend('wasm');
  const net = await loadNet('digits-lenet', fileBytes(shippedModels));
  const evolution: Record<string, BenchLaboratory['evolution'][string]> = {};
  for (const encoding of encodingIds) evolution[encoding] = await evolutionSpeed(net, encoding, 100);
  const attacks = {
    pgd: await attackSpeed(net, {
      attack: pgd,
      options: { ...pgd.defaults, steps: 40, stride: 1 / 30 },
      goal: 'leave',
      ball: 'linf',
      radius: 0.3,
      pictures: 50,
      rounds: 5,
    }),
    'carlini-wagner': await attackSpeed(net, {
      attack: carliniWagner,
      // The smallest perturbation would die in rounding.
      options: { ...carliniWagner.defaults, eightBits: true },
      goal: 'leave',
      ball: 'l2',
      radius: 10,
      pictures: 20,
      rounds: 1,
    }),
    jsma: await attackSpeed(net, {
      attack: jsma,
      options: jsma.defaults,
      goal: 'reach',
      ball: 'l0',
      radius: 200,
      pictures: 20,
      rounds: 3,
    }),
  };
  net.dispose();
  return benchLaboratory.parse({
    experiment: 'bench-laboratory',
    net: net.id,
    backend: backend.id,
    evolution,
    attacks,
  });
};
