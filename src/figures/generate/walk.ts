import { unitBox } from '../../lab/box.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';
import { sigmoid } from '../../lab/softmax.ts';
import { mapped, row } from '../../lab/vec.ts';
import { fourierImage } from '../../lab/visualise/fourier-image.ts';
import { generate } from '../../lab/visualise/generate.ts';

/** Faint clouds in colour, with the spectrum of natural pictures: one 64 × 64 × 3 picture per stream. */
export const clouds = (count: number, stream: Random): Vec => {
  const { draw } = fourierImage([64, 64, 3]);
  const length = 64 * 64 * 3;
  const out = new Float32Array(count * length);
  for (let i = 0; i < count; i++) {
    const { normal } = stream.fork(i);
    out.set(mapped(draw(mapped(new Float32Array(length), () => 0.02 * normal())), sigmoid), i * length);
  }
  return out;
};

/**
 * The oracle with each row's gradient made so long, whatever its length was: where a net is sure its own is
 * next to nothing.
 */
const ofLength = (oracle: Oracle, size: number): Oracle => ({
  ...oracle,
  loss: async (x, labels) => {
    const answer = await oracle.loss(x, labels);
    const gradient = answer.gradient.slice();
    labels.forEach((_, i) => {
      const one = row(gradient, i, oracle.dimension);
      const length = Math.sqrt(one.reduce((sum, value) => sum + value * value, 0));
      if (length > 0) one.forEach((value, k) => (one[k] = (value * size) / length));
    });
    return { ...answer, gradient };
  },
});

/**
 * Walks from clouds towards pictures of a label: steps of one length down the loss, with noise of that
 * deviation in every pixel. The steps are those of a Langevin walk whose pull has a fixed length (Santurkar
 * et al. 2019 leave out the noise).
 */
export const walk = (
  oracle: Oracle,
  start: Vec,
  label: number,
  options: { readonly steps: number; readonly stride: number; readonly noise: number },
  stream: Random,
): ReturnType<typeof generate> => {
  const { steps, stride, noise } = options;
  const step = noise * noise;
  const labels = new Int32Array(start.length / oracle.dimension).fill(label);
  return generate(
    ofLength(oracle, (2 * stride) / step),
    start,
    labels,
    { steps, step, precision: 0, box: unitBox },
    stream,
  );
};
