import type { Preset } from '../kit/figure.ts';
import type { EvolveState } from './params.ts';

export const presets: Readonly<Record<string, Preset<EvolveState>>> = {
  'generation-0': { title: 'Generation 0: noise', state: { encoding: 'direct', generations: 0 } },
  'patterns-by-chance': { title: 'Generation 0: patterns', state: { generations: 0 } },
  'pixel-by-pixel': { title: 'Pixel by pixel', state: { encoding: 'direct', generations: 80 } },
  things: { title: 'Thirty-two things', state: { net: 'emoji-cnn', generations: 30, cell: 'banana' } },
};
