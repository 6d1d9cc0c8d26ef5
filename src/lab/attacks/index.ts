import { ascent } from './ascent.ts';
import { fgsm } from './fgsm.ts';
import { pgd } from './pgd.ts';
import { universal } from './universal.ts';

/** Every attack by its id; the laws of tests/lab/attacks.test.ts run over all of them. */
export const attacks = { ascent, fgsm, pgd, universal } as const;

export type AttackId = keyof typeof attacks;
