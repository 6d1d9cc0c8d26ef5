import { variants } from '../../../data/strokes/draw.ts';
import { latents, type LatentName } from '../../../data/strokes/latents.ts';
import { choice, numbers } from '../contract/params.ts';
import { netChoice } from './nets.ts';
import { digitOptions } from './digit-options.ts';

/** Which net reads it. */
export const strokeNet = netChoice({
  nets: ['digits-lenet', 'digits-softmax', 'digits-robust'],
  default: 'digits-lenet',
});

/** Which digit our pen writes. */
export const strokeDigit = (start: keyof typeof digitOptions) =>
  choice({ label: 'Digit', options: digitOptions, default: `${start}` });

const waysInOrder = ['first', 'second', 'third'] as const;

/** In which of the ways that people have of writing it. */
export const strokeWay = choice({
  label: 'Written',
  options: { first: 'one way', second: 'another', third: 'a third' },
  default: 'first',
});

/** The ways that the chosen digit has; where there is no third, the second stands for it. */
export const waysOffered = ({ digit }: { readonly digit: string }): readonly string[] =>
  variants(Number(digit)).length > 2 ? waysInOrder : ['second', 'first'];

/** The number of a way among the variants of a digit; where there is no third it is the second. */
export const variantOf = ({ digit, way }: { readonly digit: string; readonly way: string }): number =>
  Math.min(
    waysInOrder.findIndex((name) => name === way),
    variants(Number(digit)).length - 1,
  );

/** Fine enough to draw by, coarse enough for a readable link. */
const stepOf = (spec: { readonly min: number; readonly max: number }): number =>
  spec.max - spec.min > 10 ? 1 : 0.05;

/** The usual shape with some of its numbers changed. */
export const shaped = (changes: Partial<Readonly<Record<LatentName, number>>>): readonly number[] =>
  latents.map((spec) => changes[spec.name] ?? spec.default);

/** The pen's fourteen numbers, one slider each. */
export const strokeShape = (label: string, start: readonly number[] = shaped({})) =>
  numbers({
    label,
    fields: latents.map((spec) => ({
      label: spec.unit === undefined ? spec.label : `${spec.label} (${spec.unit})`,
      min: spec.min,
      max: spec.max,
      step: stepOf(spec),
    })),
    default: start,
  });
