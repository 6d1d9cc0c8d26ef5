import digits from '../../../content/results/digits-pgd.json' with { type: 'json' };
import autoattack from '../../../content/results/reproduction/autoattack.json' with { type: 'json' };
import others from '../../../content/results/reproduction/autoattack-others.json' with { type: 'json' };
import robust from '../../../content/results/reproduction/robust.json' with { type: 'json' };
import type { Nudge } from './nudges.ts';
import type { Curve } from './params.ts';

/**
 * What was measured on scanned digits: the share still read rightly after a nudge of ε, with its interval.
 */
export interface Measured extends Omit<Curve, 'nudge'> {
  readonly nudge: Nudge | 'autoattack';
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

/** What the standard test left the robust net; its row without an ε is of 0.3. */
const ofAutoAttack = [...autoattack.rows, ...others.rows].flatMap(
  ({ name, value, interval, n }): readonly Measured[] => {
    const [found, epsilon = '0.3'] =
      /^digits-robust(?:, ε = ([\d.]+))?: accuracy under AutoAttack$/.exec(name) ?? [];
    const [low = value, high = value] = interval;
    return found === undefined
      ? []
      : [
          {
            net: 'digits-robust',
            nudge: 'autoattack',
            epsilon: Number(epsilon),
            n,
            rate: value,
            low,
            high,
          },
        ];
  },
);

/** All that was measured on MNIST of nets and nudges that the figure knows. */
export const measured: readonly Measured[] = [...ofPlain, ...ofRobust, ...ofAutoAttack];

/** What was measured of a line's net under its nudge; where that is the strongest, by AutoAttack as well. */
export const measuredOf = ({ net, nudge }: Curve): readonly Measured[] =>
  measured.filter(
    (one) => one.net === net && (one.nudge === nudge || (nudge === 'pgd' && one.nudge === 'autoattack')),
  );
