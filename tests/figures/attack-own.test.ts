import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { thingNames } from '../../src/data/emoji/things.ts';
import figure from '../../src/figures/attack/figure.ts';
import type { AttackFrame } from '../../src/figures/attack/frame.ts';
import type { AttackState } from '../../src/figures/attack/params.ts';
import run from '../../src/figures/attack/run.ts';
import { createBench } from '../../src/nets/bench/create-bench.ts';
import { defaultState } from '../../src/figures/kit/contract/figure.ts';
import { isReaderError } from '../../src/lab/reader-error.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';

const bench = createBench(fileBytes(shippedModels), 'wasm')(() => undefined);
const steps = 5;

/** A net of ours in two files, as a reader would choose them. */
const filesOf = (id: string): readonly File[] =>
  ['model.json', 'weights.bin'].map(
    (name) => new File([new Uint8Array(readFileSync(new URL(`${id}/${name}`, shippedModels)))], name),
  );
const lenet = filesOf('digits-lenet');

const last = async (patch: Partial<AttackState>): Promise<AttackFrame> => {
  let frame: AttackFrame | undefined;
  const state = { ...defaultState(figure), steps, ...patch };
  for await (const next of run(state, bench, new AbortController().signal)) frame = next;
  if (frame === undefined) throw new Error('The run gave no frame.');
  return frame;
};

const sentence = async (patch: Partial<AttackState>): Promise<string> => {
  const error: unknown = await last({ net: 'own', ...patch }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isReaderError(error)) throw new Error('A reader error was expected.', { cause: error });
  return error.message;
};

beforeAll(async () => {
  await chooseBackend('wasm');
});

describe('a model of the reader’s own', () => {
  it('is attacked as the same net is when it is ours', async () => {
    expect(await last({ net: 'own', model: lenet })).toEqual(await last({}));
  });

  it('may give its answers in another order', async () => {
    const ours = await last({});
    const other = await last({ net: 'own', model: lenet, order: '1 0 2 3 4 5 6 7 8 9' });
    expect([other.before[0], other.before[1], other.before[2]]).toEqual([
      ours.before[1],
      ours.before[0],
      ours.before[2],
    ]);
  });

  it('may want pixels from another range: then the same picture is another input', async () => {
    expect((await last({ net: 'own', model: lenet, pixels: 'bytes' })).before).not.toEqual(
      (await last({})).before,
    );
  });

  it('stands for LeNet until its files are chosen, and the sentence says so', async () => {
    const frame = await last({ net: 'own' });
    expect(frame).toEqual(await last({}));
    const state = { ...defaultState(figure), net: 'own', steps } as const;
    expect(figure.describe(state, frame)).toMatch(
      /^No model is chosen yet: choose its files; until then this is LeNet/,
    );
  });

  it('is freed when another one takes its place', async () => {
    const softmax = filesOf('digits-softmax');
    await last({ net: 'own', model: softmax });
    const before = tf.memory().numTensors;
    await last({ net: 'own', model: lenet });
    await last({ net: 'own', model: softmax });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('may read pictures in colour, and tell things apart that its reader names', async () => {
    const own = { net: 'own', model: filesOf('emoji-cnn'), input: 'thing', thing: 'tiger' } as const;
    const ours = await last({
      net: 'emoji-cnn',
      input: 'thing',
      thing: 'tiger',
      goal: 'reach',
      wanted: '27',
      size: { ball: 'linf', radius: 0 },
    });
    const named = await last({
      ...own,
      order: thingNames.join(', '),
      goal: 'reach',
      named: 'Hamburger',
      size: { ball: 'linf', radius: 0 },
    });
    expect([named.shape, named.label, named.said, named.goal]).toEqual([ours.shape, 7, true, ours.goal]);
    expect(named.picture).toEqual(ours.picture);
    expect(named.after).toEqual(ours.after);
    expect(named.names[27]).toBe('hamburger');
    const numbered = await last({ ...own, goal: 'reach', named: '27', size: { ball: 'linf', radius: 0 } });
    expect([numbered.names[27], numbered.goal.label, numbered.said]).toEqual(['27', 27, false]);
    expect(await sentence({ ...own, order: thingNames.join(','), goal: 'reach', named: 'burger' })).toBe(
      'This net has no answer “burger”; it has, for example, hamburger. Choose one of its answers.',
    );
  });

  it('is refused in one sentence where it does not fit the figure', async () => {
    const [json, weights] = lenet as [File, File];
    expect(await sentence({ model: [weights] })).toMatch(
      /^Choose one model\.json together with the weight files/,
    );
    expect(await sentence({ model: [json] })).toMatch(/weights are in weights\.bin, which is not here/);
    expect(await sentence({ model: [json, new File([new Uint8Array(8)], 'weights.bin')] })).toMatch(
      /are 8 bytes, but/,
    );
    expect(await sentence({ model: lenet, order: '1 2 3' })).toMatch(
      /tells 10 classes apart, but 3 answers are named/,
    );
    expect(await sentence({ model: filesOf('sounds-cnn') })).toMatch(
      /reads 1 × 4000 × 1, but this figure shows square/,
    );
  });
});
