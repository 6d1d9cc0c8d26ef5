import labels from './labels.json' with { type: 'json' };

/**
 * The thousand classes of ImageNet (ILSVRC 2012) in the order of the networks trained on it, as words for
 * readers: the first word of each class in WordNet 3.0, as the mobilenet package of TensorFlow.js lists them
 * (Apache-2.0); those that share their word are told apart.
 */
export const imagenetLabels: readonly string[] = labels;
