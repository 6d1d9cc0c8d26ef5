import { z } from 'zod';
import { layer } from './layer.ts';

const stack = z.object({
  model_config: z.object({
    class_name: z.literal('Sequential', {
      error: 'The network is neither a Sequential model nor a chain of layers.',
    }),
    config: z.object({ name: z.string(), layers: z.array(layer).min(1) }),
  }),
});

/** A stack of layers as a declaration: `modelTopology` of a Sequential model. */
export type Topology = z.input<typeof stack>;

const origin = z.tuple([z.string()], z.unknown());

/**
 * A layer of a model made of tensors: what it is, and the layers whose outputs it takes, once for each time
 * it is used.
 */
const node = z.looseObject({ name: z.string(), inbound_nodes: z.array(z.array(origin)) });

const graph = z.object({
  class_name: z.enum(['Model', 'Functional']),
  config: z.object({
    name: z.string(),
    layers: z.array(node).min(1),
    output_layers: z.union([z.tuple([origin]), origin.transform((only): [typeof only] => [only])], {
      error: 'The network has several outputs.',
    }),
  }),
});

type Node = z.output<typeof node>;

/** The layers from the input to the output; throws where they are no chain. */
const chained = (nodes: readonly Node[], end: string): readonly Node[] => {
  const named = new Map(nodes.map((each) => [each.name, each]));
  const chain: Node[] = [];
  for (let at = named.get(end); at !== undefined && chain.length < nodes.length;) {
    chain.unshift(at);
    const uses: Node['inbound_nodes'] = at.inbound_nodes;
    const [use = []] = uses;
    if (uses.length > 1 || use.length > 1) throw new Error(`The network branches at the layer ${at.name}.`);
    at = named.get(use[0]?.[0] ?? '');
  }
  const missed = nodes.find((each) => !chain.includes(each));
  if (missed)
    throw new Error(
      `The network branches: the layer ${missed.name} is not between its input and its output.`,
    );
  return chain;
};

const wrapped = z.object({ model_config: z.unknown() });
const listed = z.object({ class_name: z.literal('Sequential'), config: z.array(z.unknown()) });
const drawn = z.object({ class_name: graph.shape.class_name });

const stacked = (name: string, layers: readonly unknown[]) => ({
  model_config: { class_name: 'Sequential', config: { name, layers } },
});

/** Any of the ways in which a chain of layers is written, as a stack. */
const asStack = (value: unknown, context: z.core.$RefinementCtx): unknown => {
  // TensorFlow.js saves the model itself where its converter wraps it.
  const model: unknown = wrapped.safeParse(value).data?.model_config ?? value;
  // Keras 2.1 and older list the layers of a Sequential model and give it no name.
  const list = listed.safeParse(model).data;
  if (list) return stacked('sequential', list.config);
  if (!drawn.safeParse(model).success) return { model_config: model };
  try {
    const { name, layers, output_layers } = graph.parse(model).config;
    return stacked(name, chained(layers, output_layers[0][0]));
  } catch (error) {
    const message = error instanceof z.ZodError ? error.issues[0]?.message : (error as Error).message;
    context.addIssue({ code: 'custom', message: message ?? 'The network cannot be read.', input: value });
    return z.NEVER;
  }
};

/** The `modelTopology` of a model whose layers form a chain, Sequential or not: always parsed to a stack. */
export const topology = z.unknown().transform(asStack).pipe(stack);
