import { mkdir, writeFile } from 'node:fs/promises';
import { drawDigit, sampleLatent, variants } from '../../data/strokes.ts';
import type { Answers } from '../../lab/oracle.ts';
import { random } from '../../lab/random.ts';
import { wilson } from '../../lab/statistics/interval.ts';
import { predictions } from '../../lab/vec.ts';
import { loadNet } from '../../nets/load-net.ts';
import type { NetId } from '../../nets/net.ts';
import { registry } from '../../nets/registry.ts';
import { fileBytes, shippedModels } from '../../nets/sources/file.ts';
import { say } from '../command.ts';
import { digitsStrokes, type DigitsStrokes, type Measured } from '../results.ts';

const measured = (right: readonly boolean[]): Measured => {
  const correct = right.filter(Boolean).length;
  return { n: right.length, correct, ...wilson(correct, right.length) };
};

/** Which of n random stroke digits of a class the net reads rightly, with the variant of each. */
const readClass = async (
  net: Answers,
  digit: number,
  n: number,
  seed: string,
): Promise<readonly { readonly variant: number; readonly right: boolean }[]> => {
  const stream = random(seed).fork(digit);
  const drawn = Array.from({ length: n }, () => sampleLatent(digit, stream));
  const x = new Float32Array(n * net.dimension);
  drawn.forEach(({ variant, latent }, i) => x.set(drawDigit(digit, variant, latent), i * net.dimension));
  const answers = predictions(await net.logits(x), net.classes);
  return drawn.map(({ variant }, i) => ({ variant, right: answers[i] === digit }));
};

/**
 * Asks a net for n random stroke digits, a tenth of them of each class (n a multiple of ten, large enough for
 * every variant to occur). Rates with 95 % Wilson intervals.
 */
export const readStrokes = async (
  net: Answers,
  n: number,
  seed = 'strokes',
): Promise<Pick<DigitsStrokes, 'seed' | 'n' | 'all' | 'classes'>> => {
  const all: boolean[] = [];
  const classes: DigitsStrokes['classes'] = {};
  for (let digit = 0; digit < 10; digit++) {
    const read = await readClass(net, digit, n / 10, seed);
    const right = (of: typeof read): Measured => measured(of.map((one) => one.right));
    all.push(...read.map((one) => one.right));
    classes[digit] = {
      ...right(read),
      variants: Object.fromEntries(
        variants(digit).map((name, variant) => [name, right(read.filter((one) => one.variant === variant))]),
      ),
    };
  }
  return { seed, n, all: measured(all), classes };
};

/** Asks digits-lenet for 10,000 stroke digits and writes content/results/digits-strokes.json. */
export const measureStrokes = async (): Promise<void> => {
  const id: NetId = 'digits-lenet';
  const net = await loadNet(id, fileBytes(shippedModels));
  const read = await readStrokes(net, 10_000);
  net.dispose();
  const result = digitsStrokes.parse({
    experiment: 'digits-strokes',
    net: id,
    title: registry[id]?.title ?? id,
    weights: registry[id]?.files['weights.bin']?.sha256 ?? '',
    ...read,
  } satisfies DigitsStrokes);
  for (const [digit, { rate }] of Object.entries(result.classes))
    say(`${digit}: ${(100 * rate).toFixed(1)} % right`);
  say(`all: ${(100 * result.all.rate).toFixed(2)} % of ${result.n} right`);
  const file = new URL('../../../content/results/digits-strokes.json', import.meta.url);
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, `${JSON.stringify(result, undefined, 2)}\n`);
  say('Wrote content/results/digits-strokes.json.');
};
