import type { SampledDigits } from '../../data/strokes.ts';
import { unitBox } from '../../lab/box.ts';
import { gaussianNoise } from '../../lab/defences/noise.ts';
import { certifiedRadius, certify } from '../../lab/defences/smoothing.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import type { Answers } from '../../lab/oracle.ts';
import { random } from '../../lab/random.ts';
import { clopperPearson } from '../../lab/statistics/interval.ts';
import { argmax, clip, row } from '../../lab/vec.ts';
import type { CertifiedFrame } from './frame.ts';
import { alpha, batch, n0, type SmoothingState } from './params.ts';

const classes = 10;

/** All digits side by side under noise: a batch of draws of each is one frame. */
export async function* certified(
  state: SmoothingState,
  net: Answers,
  { x, labels }: SampledDigits,
  signal: AbortSignal,
): AsyncGenerator<CertifiedFrame, void> {
  const { sigma, draws } = state;
  const n = labels.length;
  const stream = random(state.seed).fork('noise');
  const pictures = Array.from(labels, (_, i) => row(x, i, net.dimension));
  const ways = pictures.map((one, i) =>
    certify(net, one, { sigma, n0, n: draws, alpha, batch }, stream.fork(i)),
  );
  const shown = x.subarray(0, 10 * net.dimension);
  const noisy = toLevels(clip(gaussianNoise(sigma)(stream.fork('shown')).apply(shown), unitBox));
  const counts = new Uint16Array(n * classes);
  const says = new Uint8Array(n);
  const low = new Float32Array(n);
  const radius = new Float32Array(n);
  const frame = (step: number): CertifiedFrame => ({
    kind: 'certified',
    step,
    labels: Uint8Array.from(labels),
    digits: toLevels(shown),
    draws: Math.max(0, step * batch - n0),
    counts: counts.slice(),
    says: says.slice(),
    low: low.slice(),
    radius: radius.slice(),
    noisy,
  });
  yield frame(0);
  for (let step = 1; step <= (n0 + draws) / batch; step++) {
    for (const [i, way] of ways.entries()) {
      signal.throwIfAborted();
      const { value, done } = await way.next();
      if (done === true) continue;
      counts.set(value.counts, i * classes);
      const choosing = step * batch <= n0;
      if (choosing) {
        says[i] = argmax(value.counts);
        continue;
      }
      // What the bound would be, were these all the draws.
      const bound = clopperPearson(value.counts[says[i] ?? 0] ?? 0, step * batch - n0, 1 - 2 * alpha).low;
      low[i] = bound;
      radius[i] = certifiedRadius(sigma, bound);
    }
    yield frame(step);
  }
}
