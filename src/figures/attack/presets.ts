import type { Preset } from '../kit/figure.ts';
import type { AttackState } from './params.ts';

export const presets: Readonly<Record<string, Preset<AttackState>>> = {
  softmax: { title: 'The same attack on a net of one layer', state: { net: 'digits-softmax' } },
};
