import type { BallId } from '../../../lab/ball.ts';
import { size, type SizeParam, type SizeScale } from '../contract/size-param.ts';

const scale = <Id extends BallId>(
  ball: Id,
  measured: string,
  rest: Omit<SizeScale, 'ball' | 'measured' | 'min' | 'per'>,
): SizeScale & { readonly ball: Id } => ({ ball, measured, min: 0, per: 1, ...rest });

/** How a size is usually set in each ball, on pixels in 0 … 1. */
export const usualScales = {
  linf: scale('linf', 'pixel by pixel (L∞)', { label: 'ε per pixel', max: 0.5, step: 0.01, default: 0.2 }),
  l2: scale('l2', 'as one length (L2)', { label: 'ε in all', max: 6, step: 0.1, default: 2 }),
  l1: scale('l1', 'summed up (L1)', { label: 'ε summed up', max: 100, step: 1, default: 20 }),
  l0: scale('l0', 'by pixels changed (L0)', { label: 'Pixels changed', max: 100, step: 1, default: 30 }),
} as const;

type Bounds = Partial<Pick<SizeScale, 'min' | 'max' | 'default'>>;

/** A size that is a length, or one of every pixel. */
export const lengthOrPixels = (options: {
  readonly label: string;
  readonly l2?: Bounds;
  readonly linf?: Bounds;
}): SizeParam =>
  size({
    label: options.label,
    scales: {
      l2: { ...usualScales.l2, ...options.l2 },
      linf: { ...usualScales.linf, ...options.linf },
    },
  });

/** What links called such a size when each scale had a field of its own. */
export const formerLengthOrPixels = { l2: 'radius', linf: 'epsilon' } as const;
