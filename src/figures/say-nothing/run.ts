import { digitSize } from '../../data/digit.ts';
import { sampledDigits } from '../../data/strokes.ts';
import type { Step } from '../../lab/attack.ts';
import { pgd } from '../../lab/attacks/pgd.ts';
import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import { energy, maxSoftmax } from '../../lab/defences/score.ts';
import { fromLevels, toEightBits, toLevels } from '../../lab/eight-bits.ts';
import { cppn } from '../../lab/evolution/encodings/cppn.ts';
import { mapElites } from '../../lab/evolution/map-elites.ts';
import { rivalOf } from '../../lab/optimise/goal.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { refusing } from '../../lab/oracles/refusing.ts';
import type { Goal } from '../../lab/problem.ts';
import { random } from '../../lab/random.ts';
import { median } from '../../lab/statistics/median.ts';
import { joined, predictions, row } from '../../lab/vec.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { Shown, SilenceFrame } from './frame.ts';
import { netId, type SilenceState } from './params.ts';

const ways = { probability: maxSoftmax(), energy: energy() } as const;
/** Pictures bred at each step. */
const evolution = { initial: 200, offspring: 100, batch: 25, box: unitBox } as const;

/** An attack under way, with what it started from. */
interface Path {
  readonly from: Vec;
  readonly steps: AsyncGenerator<Step, void>;
}

/** Digits, noise, evolved pictures and attacked ones, and what the net makes of them, step by step. */
const run: Run<SilenceState, SilenceFrame> = async function* (state, bench, signal) {
  const net: Oracle = await bench.net(netId);
  signal.throwIfAborted();
  const stream = random(state.seed);
  const { x, labels } = sampledDigits(state.pictures, stream);
  const { integer } = stream.fork('noise');
  const noise = fromLevels(Uint8Array.from({ length: x.length }, () => integer(256)));
  const shown = async (pictures: Vec): Promise<Shown> => ({
    logits: await net.logits(pictures),
    first: toLevels(pictures.subarray(0, digitSize)),
  });
  const [digits, noises] = [await shown(x), await shown(noise)];
  const rivals = Int32Array.from(labels, (label, i) => rivalOf(row(digits.logits, i, net.classes), label));
  const seen = predictions(noises.logits, net.classes);

  const path = (oracle: Oracle, from: Vec, goal: Goal): Path => ({
    from,
    steps: pgd.run(
      { oracle, x0: from, goal, ball: balls.linf, radius: state.epsilon, box: unitBox },
      { ...pgd.defaults, steps: state.steps, randomStart: false },
      random('unused'),
    ),
  });
  // Who knows of the score wants more of it than half of the digits have.
  const knowing = (way: keyof typeof ways, from: Vec, wanted: Int32Array): Path => {
    const threshold = median(Array.from(labels, (_, i) => ways[way].of(row(digits.logits, i, net.classes))));
    return path(refusing(net, ways[way], threshold), from, { kind: 'reach', labels: wanted });
  };
  const paths = [
    path(net, x, { kind: 'leave', labels }),
    knowing('probability', x, rivals),
    knowing('energy', x, rivals),
    knowing('probability', noise, seen),
    knowing('energy', noise, seen),
  ];
  const bred = mapElites(net, cppn({ colour: 'grey' }), { ...evolution, seed: state.seed });

  for (let step = 0; step <= state.steps; step++) {
    const found: Shown[] = [];
    for (const { from, steps } of paths) {
      signal.throwIfAborted();
      // Each path begins with its pictures as they are, which the net has seen.
      if (step === 0) {
        found.push(from === x ? digits : noises);
        continue;
      }
      if (step === 1) await steps.next();
      const { value } = await steps.next();
      found.push(await shown(toEightBits(value?.x ?? from, unitBox, from)));
    }
    const { value: archive } = await bred.next();
    const pictures = (archive?.cells ?? []).map(({ picture }) => fromLevels(picture));
    const [attacked, p, e, noiseP, noiseE] = found;
    if (!attacked || !p || !e || !noiseP || !noiseE) return;
    yield {
      step,
      labels: Uint8Array.from(labels),
      digits,
      noise: noises,
      evolved: await shown(joined(pictures)),
      attacked,
      knowing: { probability: p, energy: e },
      noiseKnowing: { probability: noiseP, energy: noiseE },
    };
  }
};

export default run;
