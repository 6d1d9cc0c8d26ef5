import { readerError } from '../../../reader-error.ts';
import { fromBase64Url, toBase64Url } from '../../base64url.ts';
import { fromSteps, inputs, limit, toSteps, type Cppn, type Link } from './graph.ts';
import { most } from './mutations.ts';

/**
 * How many bytes a link takes: from, to, and its weight as a signed number of 16 bits, the high byte first.
 */
const linkBytes = 4;

/**
 * A network as text for a link: a byte that names its kind, one for the number of hidden nodes, two for that
 * of links, four activations to a byte, four bytes a link. The largest network takes 1,632 characters.
 */
export const serialiseCppn = (
  { activations: functions, links }: Cppn,
  outputs: number,
  kind: number,
): string => {
  const bytes = [kind, functions.length - outputs, links.length >> 8, links.length & 255];
  for (let i = 0; i < functions.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = functions.slice(i, i + 4);
    bytes.push((a << 6) | (b << 4) | (c << 2) | d);
  }
  for (const { from, to, weight } of links) {
    const steps = toSteps(weight);
    bytes.push(from, to, (steps >> 8) & 255, steps & 255);
  }
  return toBase64Url(Uint8Array.from(bytes));
};

/**
 * Whether links go from lesser to greater numbers, not into inputs or out of outputs, each once, with weights
 * in range.
 */
const sound = (links: readonly Link[], hidden: number, outputs: number): boolean =>
  new Set(links.map(({ from, to }) => 256 * from + to)).size === links.length &&
  links.every(
    ({ from, to, weight }) =>
      from < to &&
      from < inputs + hidden &&
      to >= inputs &&
      to < inputs + hidden + outputs &&
      Math.abs(weight) <= limit,
  );

const decode = (bytes: Uint8Array, outputs: number, kind: number): Cppn | undefined => {
  const [found, hidden = Infinity, high = 0, low = 0, ...rest] = bytes;
  if (found !== kind || hidden > most.hidden) return undefined;
  const count = hidden + outputs;
  const packed = rest.splice(0, Math.ceil(count / 4));
  const functions = packed.flatMap((byte) => [byte >> 6, (byte >> 4) & 3, (byte >> 2) & 3, byte & 3]);
  const links: Link[] = [];
  for (let i = 0; i + linkBytes <= rest.length; i += linkBytes) {
    const [from = 0, to = 0, first = 0, second = 0] = rest.slice(i, i + linkBytes);
    links.push({ from, to, weight: fromSteps(((first << 24) | (second << 16)) >> 16) });
  }
  const complete =
    functions.length >= count &&
    rest.length === links.length * linkBytes &&
    links.length === 256 * high + low;
  const padded = functions.slice(count).some((activation) => activation !== 0);
  if (!complete || padded || !sound(links, hidden, outputs)) return undefined;
  return { activations: functions.slice(0, count), links };
};

/**
 * The network of such a text; a ReaderError for any other text, a network of another kind, or one with a
 * cycle.
 */
export const parseCppn = (text: string, outputs: number, kind: number): Cppn => {
  const bytes = fromBase64Url(text);
  const cppn = bytes && decode(bytes, outputs, kind);
  if (!cppn)
    throw readerError('This text does not hold an evolved pattern of this kind; copy the whole link again.');
  return cppn;
};
