import { z } from 'zod';

/** A layer as far as it matters here: its name, what it is, and which layers it reads. */
const layer = z.looseObject({
  class_name: z.string(),
  config: z.looseObject({ name: z.string(), activation: z.unknown().optional() }),
  inbound_nodes: z.array(z.array(z.array(z.unknown()))).optional(),
});

const stack = z.looseObject({
  class_name: z.string(),
  config: z.looseObject({
    layers: z.array(layer).min(1),
    output_layers: z.array(z.array(z.unknown())).optional(),
  }),
});

/** The `modelTopology` of a layers model, whatever its layers are. */
export const anyTopology = z.looseObject({ model_config: stack });

/** A model's layers, of which only kinds and activations are known. */
export type AnyTopology = z.output<typeof anyTopology>;

type Layer = z.output<typeof layer>;

/** Layers that only rearrange what they are given: a softmax before one of them is still the last word. */
const passing = ['Reshape', 'Flatten', 'Dropout'];

const activationOf = ({ class_name, config }: Layer): unknown =>
  class_name === 'Softmax' ? 'softmax' : config.activation;

/** The layer whose activation is the last, or undefined where the layers branch before it. */
const lastWord = ({ model_config: { config } }: AnyTopology): Layer | undefined => {
  const named = (name: unknown): Layer | undefined => config.layers.find((each) => each.config.name === name);
  let at = config.output_layers ? named(config.output_layers[0]?.[0]) : config.layers.at(-1);
  while (at && passing.includes(at.class_name)) {
    const here = at;
    const before = config.layers[config.layers.indexOf(here) - 1];
    at = here.inbound_nodes ? named(here.inbound_nodes[0]?.[0]?.[0]) : before;
  }
  return at;
};

/**
 * The same topology up to its logits: a softmax (or the sigmoid of a single unit) that has the last word is
 * made linear, and named. Probabilities say too little: where one rounds to 1 nothing is left to follow.
 */
export const upToLogits = (
  topology: AnyTopology,
): { readonly topology: AnyTopology; readonly removed: 'softmax' | 'sigmoid' | undefined } => {
  const copy = structuredClone(topology);
  const last = lastWord(copy);
  const activation = last && activationOf(last);
  if (!last || (activation !== 'softmax' && activation !== 'sigmoid'))
    return { topology, removed: undefined };
  if (last.class_name === 'Softmax') {
    last.class_name = 'Activation';
    last.config = { name: last.config.name };
  }
  last.config.activation = 'linear';
  return { topology: copy, removed: activation };
};
