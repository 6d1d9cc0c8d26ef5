import type { Preset } from '../kit/contract/figure.ts';
import type { EvolveState } from './params.ts';

/** What 950 generations with seed 1 came to for MobileNet's school bus. */
const schoolBus =
  'EhUAIhlX9MddLwEaYrsBD7KjAxNCkQ8QyMgQG9SCAgxHWxYZ4-0VGUPsDA1irAoX-WINDynOAggclQIXZSgMGiYmEBqvGwAHK-YHExkFBxZKZxMZDvsSE_DTAQbMxgYL4QgVFrTDEhdRehMURxwUFT1jDhZ1SwgJ3boJCt26GBkgUxQYGpUFGANdAASDAAQWgwA';

/**
 * Both encodings before any evolution, pixels after much of it, things in colour, and one genome for
 * MobileNet.
 */
export const presets: Readonly<Record<string, Preset<EvolveState>>> = {
  'generation-0': { title: 'Generation 0: noise', state: { encoding: 'direct', generations: 0 } },
  'patterns-by-chance': { title: 'Generation 0: patterns', state: { generations: 0 } },
  'pixel-by-pixel': { title: 'Pixel by pixel', state: { encoding: 'direct', generations: 80 } },
  things: { title: 'Thirty-two things', state: { net: 'emoji-cnn', generations: 30, cell: 'banana' } },
  'school-bus': {
    title: 'A school bus',
    state: { net: 'imagenet-mobilenet', genome: schoolBus },
    needs: 'imagenet-mobilenet',
  },
};
