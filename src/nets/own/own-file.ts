import { z } from 'zod';
import { readerError } from '../../lab/reader-error.ts';
import { anyTopology } from './logits.ts';

const weight = z.looseObject({
  name: z.string(),
  shape: z.array(z.int().nonnegative()),
  dtype: z.string(),
  quantization: z.looseObject({ dtype: z.string() }).optional(),
});

const schema = z.looseObject({
  modelTopology: anyTopology,
  weightsManifest: z
    .array(z.looseObject({ paths: z.array(z.string()).min(1), weights: z.array(weight) }))
    .min(1),
});

/** The `model.json` of any layers model. */
export type OwnFile = z.output<typeof schema>;

const record = z.looseObject({});

/**
 * The topology as Keras' converter writes it, under model_config and with the layers of a stack in a list of
 * their own: TensorFlow.js itself leaves out the one, old Keras the other.
 */
const inOneForm = (value: unknown): unknown => {
  const file = record.safeParse(value).data;
  const topology = record.safeParse(file?.['modelTopology']).data;
  if (!file || !topology) return value;
  const model = record.safeParse('model_config' in topology ? topology['model_config'] : topology).data;
  const config = model?.['config'];
  const layers = Array.isArray(config) ? { name: 'sequential', layers: config } : config;
  return { ...file, modelTopology: { ...topology, model_config: { ...model, config: layers } } };
};

const graphSentence =
  'This is a graph model, which TensorFlow.js cannot differentiate; convert the network to the layers format (tensorflowjs_converter --output_format=tfjs_layers_model).';

/** Reads a `model.json`; throws a ReaderError that says what it is instead, and what to do. */
export const ownFile = (json: string): OwnFile => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw readerError('The model file is not JSON; choose the model.json of a TensorFlow.js layers model.', {
      cause,
    });
  }
  const parsed = schema.safeParse(inOneForm(value));
  if (parsed.success) return parsed.data;
  const format = (value as { readonly format?: unknown } | null)?.format;
  if (format === 'graph-model') throw readerError(graphSentence);
  throw readerError(
    'The JSON does not describe a layers model with its weights (modelTopology and weightsManifest); choose the model.json that TensorFlow.js saved.',
    { cause: parsed.error },
  );
};
