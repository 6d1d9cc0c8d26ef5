import { netWords } from '../../nets/catalogue.ts';
import { wilson } from '../../lab/statistics/interval.ts';
import type { Cell, Table } from '../kit/contract/figure.ts';
import { capital, decimal } from '../kit/words/format.ts';
import { listed } from '../kit/words/grammar.ts';
import type { CurveFrame } from './frame.ts';
import { measuredOf } from './measured.ts';
import { deeds, nudgeNames } from './nudges.ts';
import { curvesOf, epsilonAt, type Curve, type CurveState } from './params.ts';

/** What a line is called where it ends. */
export const curveName = (state: CurveState, { net, nudge }: Curve): string =>
  state.compare === 'nets' ? netWords(net).short : nudgeNames[nudge];

/** The first ε so far at which a line is right about less than half of the digits. */
const halfAt = (state: CurveState, { n }: CurveFrame, right: readonly number[]): string => {
  const step = right.findIndex((count) => 2 * count < n);
  return step < 0
    ? `more than half at every ε up to ${decimal(epsilonAt(state, right.length - 1), 3)}`
    : `less than half from ε = ${decimal(epsilonAt(state, step), 3)} on`;
};

/** The finding: what each line keeps at the largest ε so far, and where half is lost. */
export const describe = (state: CurveState, frame: CurveFrame): string => {
  const curves = curvesOf(state);
  const at = `at ε = ${decimal(epsilonAt(state, frame.step), 3)}`;
  const last = frame.right.map((right) => right.at(-1) ?? 0);
  if (state.compare === 'nets') {
    const says = listed(
      curves.map(
        ({ net }, c) =>
          `${netWords(net).said} ${last[c] ?? 0}${c === 0 && frame.step === 0 ? ' rightly' : ''}`,
      ),
    );
    return frame.step === 0
      ? `Unattacked, of ${frame.n} digits of our pen: ${says}.`
      : `Of ${frame.n} digits of our pen, ${at} ${deeds[state.nudge]} ${says}.`;
  }
  const net = netWords(state.net).said;
  const clean = frame.right[0]?.[0] ?? 0;
  if (frame.step === 0) return `Unattacked, ${net} reads ${clean} of ${frame.n} digits of our pen rightly.`;
  const parts = curves.map(({ nudge }, c) => `${deeds[nudge]} ${last[c] ?? 0}`);
  return (
    `${capital(net)} reads ${clean} of ${frame.n} digits of our pen rightly; ${at} ${listed(parts)}. ` +
    `Under PGD it keeps ${halfAt(state, frame, frame.right[2] ?? [])}.`
  );
};

const cell = (right: number, n: number): Cell => {
  const { rate, low, high } = wilson(right, n);
  return { value: rate, text: `${right} (${decimal(100 * low, 0)}–${decimal(100 * high, 0)}\u00a0%)` };
};

/** Right answers at each ε with their 95 % intervals; below them what was measured on MNIST. */
export const table = (state: CurveState, frame: CurveFrame): Table => {
  const curves = curvesOf(state);
  const reference = curves.flatMap(measuredOf);
  const scanned = reference.map(
    ({ net, nudge, rate, n, epsilon, low, high }) =>
      `${netWords(net).said}, ${nudge === 'autoattack' ? 'AutoAttack' : nudgeNames[nudge]}, ε = ${decimal(epsilon)}: ${decimal(100 * rate, 1)}\u00a0% of ${n.toLocaleString('en')} (${decimal(100 * low, 1)}–${decimal(100 * high, 1)}\u00a0%)`,
  );
  return {
    caption:
      `Digits read rightly, of ${frame.n}, with the 95\u00a0% interval (Wilson) of the share.` +
      (scanned.length === 0
        ? ''
        : ` Measured on MNIST’s test digits, PGD with 40 steps: ${scanned.join('; ')}.`),
    head: ['ε', ...curves.map((curve) => curveName(state, curve))],
    rows: Array.from({ length: frame.step + 1 }, (_, step) => [
      epsilonAt(state, step),
      ...frame.right.map((right) => cell(right[step] ?? 0, frame.n)),
    ]),
  };
};
