import type { UnitOracle } from '../lab/visualise/maximise.ts';
import { readerError } from '../lab/reader-error.ts';
import { numberAt } from '../lab/vec.ts';
import { sizeOf, type ShapedLayer } from './format/layers.ts';
import type { Model } from './format/model-file.ts';
import { modelOracle } from './oracle.ts';

/** A unit that holds tensors until it is disposed. */
export interface HiddenUnit extends UnitOracle {
  dispose(): void;
}

/** The model up to the layer of that name, what leaves it laid out in one row. */
const upTo = ({ layers, weights }: Model, name: string): Model & { readonly shape: readonly number[] } => {
  const at = layers.findIndex(({ layer }) => layer.config.name === name);
  const end = layers[at];
  if (!end) {
    const names = layers.map(({ layer }) => layer.config.name).join(', ');
    throw readerError(`The network has no layer “${name}”; choose one of ${names}.`);
  }
  const flatten: ShapedLayer = {
    layer: { class_name: 'Flatten', config: { name: 'row' } },
    from: end.to,
    to: [sizeOf(end.to)],
    weights: [],
  };
  const kept = layers.slice(0, at + 1);
  return {
    layers: end.to.length === 1 ? kept : [...kept, flatten],
    weights: weights.slice(
      0,
      kept.reduce((count, layer) => count + layer.weights.length, 0),
    ),
    shape: end.to,
  };
};

/**
 * One unit of a layer by its name, or one channel of a convolution, there the mean over all places, as what
 * feature visualisation maximises (Olah et al. 2017). Fails with a reader error for a layer or a channel that
 * there is not.
 */
export const hiddenUnit = (model: Model, layer: string, channel: number): HiddenUnit => {
  const { shape, ...part } = upTo(model, layer);
  const channels = shape.at(-1) ?? 0;
  if (!(channel >= 0 && channel < channels)) {
    throw readerError(
      `The layer “${layer}” has the channels 0 to ${channels - 1}, not ${channel}; choose one of those.`,
    );
  }
  const oracle = modelOracle(part);
  const places = oracle.classes / channels;
  const share = (i: number): number => (i % channels === channel ? 1 / places : 0);
  return {
    dimension: oracle.dimension,
    activation: async (x) => {
      const { logits, gradient } = await oracle.pullback(x, (z) => z.map((_, i) => share(i)));
      const activation = new Float32Array(logits.length / oracle.classes);
      logits.forEach((value, i) => {
        const row = Math.floor(i / oracle.classes);
        activation[row] = numberAt(activation, row) + share(i) * value;
      });
      return { activation, gradient };
    },
    dispose: () => oracle.dispose(),
  };
};
