import { reordered } from '../../lab/oracles/reordered.ts';
import type { Oracle } from '../../lab/oracle.ts';
import { readerError } from '../../lab/reader-error.ts';
import type { Bench } from '../kit/bench.ts';
import type { AttackState } from './params.ts';

const ranges = { unit: [0, 1], symmetric: [-1, 1], bytes: [0, 255] } as const;

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Where each digit stands among the model's answers. */
const places = (order: string): readonly number[] => {
  const words = order.split(/[\s,;]+/).filter(Boolean);
  const found = digits.map((digit) => words.indexOf(digit));
  if (words.length === digits.length && !found.includes(-1)) return found;
  throw readerError('The order of the answers must name the ten digits 0 to 9, each once, as the model gives them.');
};

/** The net that is attacked: until the reader has chosen files, 'own' is LeNet. */
export const netOf = ({ net, model }: AttackState): 'digits-lenet' | 'digits-softmax' | 'own' =>
  net === 'own' && model.length === 0 ? 'digits-lenet' : net;

/** The reader's own model, asked about 28×28 grey pictures in 0 … 1, its classes in the order of the digits. */
export const ownNet = async (bench: Bench, { model, pixels, order }: AttackState): Promise<Oracle> => {
  const net = await bench.own(model, { range: ranges[pixels], size: [28, 28] });
  const [height, width, channels = 1] = net.shape;
  if (net.dimension !== 28 * 28 || (net.shape.length > 1 && (height !== 28 || width !== 28 || channels !== 1))) {
    throw readerError(
      `Your model reads ${net.shape.join(' × ')}, but this figure shows grey pictures of 28 × 28; choose a model for those.`,
    );
  }
  if (net.classes !== digits.length) {
    throw readerError(`Your model tells ${net.classes} classes apart, but this figure shows the ten digits.`);
  }
  return reordered(net, places(order));
};
