import digits from '../../../content/results/digits-pgd.json' with { type: 'json' };
import robust from '../../../content/results/reproduction/robust.json' with { type: 'json' };
import type { DigitNetId } from '../kit/words/digit-nets.ts';
import type { Nudge } from './nudges.ts';
import type { Curve } from './params.ts';

/**
 * What was measured on scanned digits: the share still read rightly after a nudge of ε, with its interval.
 */
export interface Measured extends Curve {
  readonly epsilon: number;
  readonly n: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

const ofPlain = (['digits-lenet', 'digits-softmax'] as const).flatMap((net) =>
  (['random', 'fgsm', 'pgd'] as const).map((nudge): Measured => ({
    net,
    nudge,
    epsilon: digits.epsilon,
    ...digits.nets[net][nudge],
  })),
);

const ofRobust = robust.rows
  .filter(({ name }) => name === 'digits-robust: accuracy under PGD 40')
  .map(({ value, interval, n }): Measured => {
    const [low = value, high = value] = interval;
    return { net: 'digits-robust', nudge: 'pgd', epsilon: digits.epsilon, n, rate: value, low, high };
  });

/** All that was measured on MNIST of nets and nudges that the figure knows. */
export const measured: readonly Measured[] = [...ofPlain, ...ofRobust];

/** The measured point that belongs to a line, if there is one. */
export const measuredOf = ({
  net,
  nudge,
}: {
  readonly net: DigitNetId;
  readonly nudge: Nudge;
}): Measured | undefined => measured.find((one) => one.net === net && one.nudge === nudge);
