import type { Vec } from '../../lab/oracle.ts';
import { numberAt } from '../../lab/vec.ts';
import type { Layer, ShapedLayer } from './layers.ts';

/** A layer together with the numbers of its weights. */
export interface Weighed {
  readonly shaped: ShapedLayer;
  readonly weights: readonly Vec[];
}

type Normalisation = Extract<Layer, { class_name: 'BatchNormalization' }>['config'];

/**
 * What a trained batch normalisation does to each channel: scale·x + shift, from its weights in their order.
 */
export const normalisation = (
  { scale, center, epsilon }: Pick<Normalisation, 'scale' | 'center' | 'epsilon'>,
  weights: readonly Vec[],
): { readonly scale: Vec; readonly shift: Vec } => {
  const [mean, variance] = weights.slice(-2);
  const gamma = scale ? weights[0] : undefined;
  const beta = center ? weights[scale ? 1 : 0] : undefined;
  if (!mean || !variance) throw new Error('A batch normalisation lacks its moving mean or variance.');
  const scales = variance.map((v, i) => (gamma?.[i] ?? 1) / Math.sqrt(v + epsilon));
  return { scale: scales, shift: scales.map((s, i) => (beta?.[i] ?? 0) - numberAt(mean, i) * s) };
};

const isLinear = ({ class_name, config }: Layer): boolean =>
  (class_name === 'Conv2D' || class_name === 'DepthwiseConv2D' || class_name === 'Dense') &&
  config.activation === 'linear';

/**
 * The linear layer that does what the given one and the normalisation after it do: channels are last in every
 * kernel.
 */
const absorbed = ({ shaped, weights }: Weighed, config: Normalisation, learned: readonly Vec[]): Weighed => {
  const { scale, shift } = normalisation(config, learned);
  const channels = scale.length;
  const [kernel = new Float32Array(), bias] = weights;
  const layer = { ...shaped.layer, config: { ...shaped.layer.config, use_bias: true } } as Layer;
  const shapes = [...shaped.weights.slice(0, 1), { name: `${layer.config.name}/bias`, shape: [channels] }];
  return {
    shaped: { ...shaped, layer, weights: shapes },
    weights: [
      kernel.map((w, i) => w * numberAt(scale, i % channels)),
      shift.map((s, c) => s + (bias?.[c] ?? 0) * numberAt(scale, c)),
    ],
  };
};

const idle: ReadonlySet<Layer['class_name']> = new Set([
  'InputLayer',
  'Dropout',
  'SpatialDropout2D',
  'AlphaDropout',
  'GaussianDropout',
  'GaussianNoise',
]);

/**
 * The same network without layers that do nothing once it is trained, and with each batch normalisation that
 * follows a linear layer taken into that layer's weights.
 */
export const folded = (layers: readonly Weighed[]): readonly Weighed[] => {
  const kept: Weighed[] = [];
  for (const each of layers) {
    const { layer } = each.shaped;
    const last = kept.at(-1);
    if (idle.has(layer.class_name)) continue;
    if (layer.class_name === 'BatchNormalization' && last && isLinear(last.shaped.layer)) {
      kept.splice(-1, 1, absorbed(last, layer.config, each.weights));
    } else kept.push(each);
  }
  return kept;
};
