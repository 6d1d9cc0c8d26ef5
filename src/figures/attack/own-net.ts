import { shapeOf, type Shape } from '../../lab/black-box/shape.ts';
import { unitBox } from '../../lab/box.ts';
import { reordered } from '../../lab/oracles/reordered.ts';
import type { Oracle } from '../../lab/oracle.ts';
import { readerError } from '../../lab/reader-error.ts';
import type { OwnModel } from '../../nets/net.ts';
import type { Bench } from '../../nets/bench/bench.ts';
import { plainOrder, type AttackState } from './params.ts';

const ranges = { unit: unitBox, symmetric: [-1, 1], bytes: [0, 255] } as const;

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** The words of a list: between commas, or else between spaces. */
const wordsOf = (order: string): readonly string[] =>
  order
    .split(order.includes(',') ? ',' : /\s+/)
    .map((word) => word.trim())
    .filter(Boolean);

/** What the model calls its classes. */
const namesOf = (order: string, classes: number): readonly string[] => {
  const words = wordsOf(order);
  if (words.length === classes) return words;
  if (order.trim() === plainOrder) return Array.from({ length: classes }, (_, k) => String(k));
  throw readerError(
    `Your model tells ${classes} classes apart, but ${words.length} answers are named: name each once, in its order.`,
  );
};

/** The square pictures that a model reads. */
const pictureShape = ({ shape, dimension }: OwnModel): Shape => {
  const [height = 0, width = height, channels = 1] = shape;
  const own = shape.length === 1 ? shapeOf(dimension) : { height, width, channels };
  if (own.height === own.width && own.height > 1 && (own.channels === 1 || own.channels === 3)) return own;
  throw readerError(
    `Your model reads ${shape.join(' × ')}, but this figure shows square pictures, grey or in colour; choose a model for those.`,
  );
};

/**
 * The reader's own model, asked about square pictures in 0 … 1; digits stand in their order whatever the
 * model's is.
 */
export const ownNet = async (
  bench: Bench,
  { model, pixels, order, side }: AttackState,
): Promise<{ readonly oracle: Oracle; readonly shape: Shape; readonly names: readonly string[] }> => {
  const net = await bench.own(model, { range: ranges[pixels], size: [side, side] });
  const shape = pictureShape(net);
  const names = namesOf(order, net.classes);
  const places = digits.map((digit) => names.indexOf(digit));
  const tellsDigits = names.length === digits.length && !places.includes(-1);
  return tellsDigits
    ? { oracle: reordered(net, places), shape, names: digits }
    : { oracle: net, shape, names };
};
