import type { Preset } from '../kit/contract/figure.ts';
import type { NeuronState } from './params.ts';

/** States that the text speaks about. */
export const presets: Readonly<Record<string, Preset<NeuronState>>> = {
  strawberry: { title: 'The neuron for strawberry', state: { thing: 'strawberry' } },
  unshaken: { title: 'Not shaken', state: { shake: 0 } },
  channel: { title: 'A channel of the second convolution', state: { layer: 'conv2' } },
  digit: { title: 'The neuron for a 3', state: { nets: 'digits', shake: 2 } },
};
