/**
 * Settings with which DDN looks for the nearest wrong answer on nets of digits, in L2 and among pictures of 8
 * bits. It starts from far out: a net trained on attacks hardly has a gradient near the picture, and with
 * less its answer seems twice as far away.
 */
export const nearest = { eightBits: true, steps: 200, norm: 5 } as const;
