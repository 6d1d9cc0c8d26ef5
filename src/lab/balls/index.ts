import type { Ball, BallId } from '../ball.ts';
import { l0 } from './l0.ts';
import { l1 } from './l1.ts';
import { l2 } from './l2.ts';
import { linf } from './linf.ts';

/** The four ways to measure a perturbation, by id. */
export const balls: Readonly<Record<BallId, Ball>> = { linf, l2, l1, l0 };
