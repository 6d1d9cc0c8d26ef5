import { expect, test } from 'vitest';
import { shuffledFromTop } from '../../src/figures/deconvolution/shuffle.ts';
import { clouds, walk } from '../../src/figures/generate/walk.ts';
import { layerOf, params, placeOf, type NeuronState } from '../../src/figures/neuron/params.ts';
import { defaultState } from '../../src/figures/kit/contract/figure.ts';
import { withArticle } from '../../src/figures/kit/words/grammar.ts';
import { orMore } from '../../src/figures/kit/words/subjects.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import { random } from '../../src/lab/random.ts';
import { loadNet } from '../../src/nets/load-net.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';
import { vec } from '../lab/helpers.ts';

test('shuffling from the top keeps the weights of the lower layers, and all sizes of the upper ones', async () => {
  const net = await loadNet('digits-lenet', fileBytes(shippedModels));
  const { weights } = shuffledFromTop(net.model, 2, 1);
  const first = weights.length - 4;
  weights.forEach((values, i) => {
    const trained = net.model.weights[i] ?? vec();
    if (i < first) expect(values).toBe(trained);
    else expect(values).not.toEqual(trained);
    expect(values.toSorted()).toEqual(trained.toSorted());
  });
  expect(shuffledFromTop(net.model, 2, 1).weights).toEqual(weights);
  net.dispose();
});

test('a walk without noise to speak of makes steps of its length straight down the loss of a linear net', async () => {
  // Two classes, one direction apart: down the loss of class 0 is along (3, 4)/5, however sure the net is.
  const oracle = linear({ weights: vec(3, 0, 4, 0), bias: vec(0, 0) });
  const options = { steps: 2, stride: 0.1, noise: 1e-6 };
  let x = vec(0.4, 0.4);
  for await (const step of walk(oracle, x, 0, options, random(1))) x = step.x;
  expect(x[0]).toBeCloseTo(0.4 + 0.2 * 0.6, 4);
  expect(x[1]).toBeCloseTo(0.4 + 0.2 * 0.8, 4);
});

test('clouds are pictures, each by its own stream, with more in their broad waves than in their fine ones', () => {
  const picture = clouds(1, random(3));
  expect(clouds(2, random(3)).subarray(0, picture.length)).toEqual(picture);
  expect(picture.every((value) => value > 0 && value < 1)).toBe(true);
  const mean = (apart: number): number => {
    let sum = 0;
    for (let i = 0; i + 3 * apart < picture.length; i += 3)
      sum += Math.abs((picture[i + 3 * apart] as number) - (picture[i] as number));
    return sum;
  };
  expect(mean(1)).toBeLessThan(0.8 * mean(16));
});

test('a neuron is found by its layer: nets for digits have no third convolution', () => {
  const start = defaultState<typeof params>({ params });
  const at = (change: Partial<NeuronState>): NeuronState => ({ ...start, ...change });
  expect([layerOf(start), placeOf(start)]).toEqual(['answers', 2]);
  expect([layerOf(at({ layer: 'conv3' })), placeOf(at({ layer: 'conv3', third: 40 }))]).toEqual([
    'conv3',
    40,
  ]);
  const digits = at({ nets: 'digits', layer: 'conv3', second: 5 });
  expect([layerOf(digits), placeOf(digits)]).toEqual(['conv2', 5]);
});

test('things have their article, and bounds are said once', () => {
  expect(['panda', 'umbrella', '8', '3'].map(withArticle)).toEqual(['a panda', 'an umbrella', 'an 8', 'a 3']);
  expect([orMore(0.75), orMore(1)]).toEqual(['75.0\u00a0% or more', '>\u00a099.99999\u00a0%']);
});
