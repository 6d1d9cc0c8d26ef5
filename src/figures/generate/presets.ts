import type { Preset } from '../kit/contract/figure.ts';
import type { GenerateState } from './params.ts';

/** States that the text speaks about. */
export const presets: Readonly<Record<string, Preset<GenerateState>>> = {
  bus: { title: 'Buses', state: { thing: 'bus' } },
  'small-steps': { title: 'Short steps', state: { stride: 0.2 } },
};
