import type { Group, Preset } from '../kit/contract/figure.ts';
import { range, seed, type StateOf } from '../kit/contract/params.ts';
import { formerLengthOrPixels, lengthOrPixels } from '../kit/words/size-scales.ts';
import { sizeFromFormer } from '../kit/contract/size-param.ts';
import { strokeDigit, strokeNet, strokeShape, strokeWay, waysOffered } from '../kit/words/stroke-fields.ts';

/**
 * The digit and its shape, how far the free attack may go, and what share of each latent's range the other
 * may use.
 */
export const params = {
  net: strokeNet,
  digit: strokeDigit(2),
  way: strokeWay,
  shape: strokeShape('Shape of the digit'),
  size: lengthOrPixels({
    label: 'Free attack, measured',
    l2: { min: 0.2, max: 6, default: 2.5 },
    linf: { min: 0.01 },
  }),
  reach: range({ label: 'On the manifold: share of each range', min: 0, max: 0.6, step: 0.05, default: 0.4 }),
  steps: range({ label: 'Steps of each attack', min: 5, max: 40, step: 5, default: 20 }),
  seed: seed(),
};

/** The digit, the net, and how far each attack may go. */
export type TangentNormalState = StateOf<typeof params>;

/** A link's fields from when the size of the nudge was a ball and two fields. */
export const formerly = (
  fields: Readonly<Record<string, string>>,
  base: TangentNormalState,
): Readonly<Record<string, string>> =>
  sizeFromFormer(params.size, formerLengthOrPixels, fields, { base: base.size });

/** The shape is folded away: any digit will do. */
export const groups: readonly Group<TangentNormalState>[] = [
  { legend: 'What is attacked', fields: ['digit', { field: 'way', offers: waysOffered }, 'net'] },
  { legend: 'How it is written', fields: ['shape'], quiet: true },
  {
    legend: 'How far the attacks may go',
    fields: ['size', 'reach'],
  },
  { legend: 'How they search', fields: ['steps', 'seed'], quiet: true },
];

/** The other measure, a length that just suffices, a four that may become a nine, and two other nets. */
export const presets: Readonly<Record<string, Preset<TangentNormalState>>> = {
  linf: { title: 'Pixel by pixel', state: { size: { ball: 'linf', radius: 0.2 } } },
  shorter: { title: 'A length that only just does', state: { size: { ball: 'l2', radius: 2 } } },
  'closed-four': { title: 'A four that the manifold lets close', state: { digit: '4', reach: 0.3 } },
  softmax: { title: 'A net of one layer', state: { net: 'digits-softmax', size: { ball: 'l2', radius: 1 } } },
  robust: {
    title: 'A net trained on attacks',
    state: { net: 'digits-robust', size: { ball: 'l2', radius: 3 }, reach: 0.3 },
  },
};
