import { apgdT } from './apgd-t.ts';
import { apgd } from './apgd.ts';
import { ascent } from './ascent.ts';
import { autoAttack } from './auto-attack.ts';
import { boundary } from './boundary.ts';
import { carliniWagner } from './carlini-wagner.ts';
import { ddn } from './ddn.ts';
import { deepfool } from './deepfool.ts';
import { fabT } from './fab-t.ts';
import { fgsm } from './fgsm.ts';
import { hopSkipJump } from './hop-skip-jump.ts';
import { jsma } from './jsma.ts';
import { miFgsm } from './mi-fgsm.ts';
import { nes } from './nes.ts';
import { onePixel } from './one-pixel.ts';
import { pgd } from './pgd.ts';
import { simba } from './simba.ts';
import { square } from './square.ts';
import { substitute } from './substitute.ts';
import { szegedy } from './szegedy.ts';
import { universal } from './universal.ts';

/**
 * Every attack by its id, as lists name them: those that follow gradients first, then those that only ask.
 */
export const attacks = {
  pgd,
  fgsm,
  'mi-fgsm': miFgsm,
  apgd,
  'apgd-t': apgdT,
  ddn,
  'carlini-wagner': carliniWagner,
  deepfool,
  'fab-t': fabT,
  szegedy,
  jsma,
  'one-pixel': onePixel,
  square,
  simba,
  nes,
  'hop-skip-jump': hopSkipJump,
  boundary,
  ascent,
  autoattack: autoAttack,
  universal,
  substitute,
} as const;

export type AttackId = keyof typeof attacks;
