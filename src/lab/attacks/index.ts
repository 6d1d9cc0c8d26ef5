import { fgsm } from './fgsm.ts';
import { pgd } from './pgd.ts';

/** Every attack by its id; the laws of tests/lab/attacks.test.ts run over all of them. */
export const attacks = { fgsm, pgd } as const;

export type AttackId = keyof typeof attacks;
