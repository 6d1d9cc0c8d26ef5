import { ascent } from './ascent.ts';
import { boundary } from './boundary.ts';
import { fgsm } from './fgsm.ts';
import { hopSkipJump } from './hop-skip-jump.ts';
import { nes } from './nes.ts';
import { onePixel } from './one-pixel.ts';
import { pgd } from './pgd.ts';
import { simba } from './simba.ts';
import { square } from './square.ts';
import { universal } from './universal.ts';

/** Every attack by its id; the laws of tests/lab/attacks.test.ts run over all of them. */
export const attacks = {
  ascent,
  boundary,
  fgsm,
  'hop-skip-jump': hopSkipJump,
  nes,
  'one-pixel': onePixel,
  pgd,
  simba,
  square,
  universal,
} as const;

export type AttackId = keyof typeof attacks;
