import type { Preset } from '../kit/contract/figure.ts';
import type { DeconvolutionState } from './params.ts';

/** States that the text speaks about. */
export const presets: Readonly<Record<string, Preset<DeconvolutionState>>> = {
  robust: { title: 'A robust net', state: { net: 'emoji-robust', other: 'football' } },
  leopard: { title: 'A leopard', state: { drawing: 'leopard', other: 'tiger' } },
  digit: { title: 'A digit', state: { net: 'digits-lenet' } },
};
