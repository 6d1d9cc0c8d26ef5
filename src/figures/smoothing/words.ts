import { highestRadius } from '../../lab/defences/smoothing.ts';
import { netWords } from '../../nets/catalogue.ts';
import type { Table } from '../kit/contract/figure.ts';
import { capital, count, decimal, fixed, percentAmong, plural } from '../kit/words/format.ts';
import { limitOf } from '../kit/words/size.ts';
import type { CertifiedFrame, Said, SmoothingFrame, SqueezedFrame } from './frame.ts';
import { alpha, n0, netIds, params, type SmoothingState } from './params.ts';

/** The filter in a few words. */
export const filterOf = ({ defence, width, window, bits }: SmoothingState): string => {
  if (defence === 'blur') return `a blur of ${decimal(width)} pixels`;
  if (defence === 'median') return `a median of ${window} × ${window} pixels`;
  return `${plural(bits, 'bit')} a pixel`;
};

/** How many are wrong after the last step so far. */
export const last = (history: readonly number[]): number => history.at(-1) ?? 0;

/** How many of the digits are said wrongly. */
export const wrongIn = ({ says }: Said, labels: Uint8Array): number =>
  labels.filter((label, i) => says[i] !== label).length;

const squeezed = (state: SmoothingState, frame: SqueezedFrame): string => {
  const n = frame.labels.length;
  const wrong = wrongIn(frame.before, frame.labels);
  const clean = wrong === 0 ? `all ${n} digits rightly` : `${n - wrong} of ${n} digits rightly`;
  const start = `Behind ${filterOf(state)} ${netWords(netIds.filtered).said} reads ${clean}`;
  if (frame.step === 0) return `${start}; the attack has not begun.`;
  const when = frame.step < state.steps ? `, after ${frame.step} of ${plural(state.steps, 'step')},` : '';
  return (
    `${start}. At ${limitOf(params.size, state.size)}${when} an attacker who does not know of it makes ${last(frame.naive.wrong)} of ${n} wrong ` +
    `(${last(frame.undefended)} without the filter), and one who does ${last(frame.knowing.wrong)}.`
  );
};

/** The digits about which the answer is right and certain within some length. */
export const certifiedRight = ({ labels, says, radius }: CertifiedFrame): readonly number[] =>
  Array.from(radius).filter((one, i) => one > 0 && says[i] === labels[i]);

/** The length that the draws so far can certify at most, even of a net that never hesitates; 0 before any. */
export const ceilingOf = ({ sigma }: SmoothingState, { draws }: CertifiedFrame): number =>
  draws === 0 ? 0 : highestRadius({ sigma, n: draws, alpha });

const noisy = (state: SmoothingState, frame: CertifiedFrame): string => {
  const n = frame.labels.length;
  const noise = `noise of σ = ${decimal(state.sigma)}`;
  if (frame.step === 0)
    return `${capital(netWords(netIds.noisy).said)} has not been asked yet; each digit will be shown to it under ${noise}, many times.`;
  if (frame.draws === 0)
    return `After ${count(n0)} draws of ${noise} each, the class to certify is chosen for all ${n} digits; certifying it takes others.`;
  const radii = certifiedRight(frame);
  const said =
    radii.length === 0
      ? `none of ${n} answers is both right and certain yet`
      : `${radii.length} of ${n} answers are right and stand whatever anybody does to the picture within a length (L2) of ` +
        `${fixed(Math.min(...radii), 2)} to ${fixed(Math.max(...radii), 2)}, but for one chance in ${count(1 / alpha)} each`;
  const ceiling = ceilingOf(state, frame);
  // Radii are 32 bits.
  const met = radii.some((radius) => radius >= Math.fround(ceiling));
  const most = met ? `, and ${fixed(ceiling, 2)} is the most that so many draws can certify` : '';
  const silent = Array.from(frame.radius).filter((radius) => radius === 0).length;
  return `After ${count(frame.draws)} draws of ${noise}, ${said}${most}${silent === 0 ? '' : `; about ${silent} it abstains`}.`;
};

/** The finding of a frame. */
export const describe = (state: SmoothingState, frame: SmoothingFrame): string =>
  frame.kind === 'squeezed' ? squeezed(state, frame) : noisy(state, frame);

/** What the net says of each digit; under noise, how often, and what that certifies. */
export const table = (state: SmoothingState, frame: SmoothingFrame): Table => {
  const labels = Array.from(frame.labels.slice(0, 10));
  if (frame.kind === 'certified')
    return {
      caption: `${capital(netWords(netIds.noisy).said)} after ${count(frame.draws)} draws of noise with σ = ${decimal(state.sigma)}: how often it says its class, how probable that is at least (one-sided, α = ${alpha}), and the length within which no nudge changes it.`,
      head: ['digit', 'says', 'draws for it', 'probability at least', 'certified L2 radius'],
      rows: labels.map((label, i) => [
        label,
        frame.says[i] ?? 0,
        frame.draws === 0 ? null : (frame.counts[10 * i + (frame.says[i] ?? 0)] ?? 0),
        { value: frame.low[i] ?? 0, text: fixed(frame.low[i] ?? 0, 4) },
        (frame.radius[i] ?? 0) > 0
          ? { value: frame.radius[i] ?? 0, text: fixed(frame.radius[i] ?? 0, 3) }
          : 'abstains',
      ]),
    };
  const said = ({ says, sure }: Said, i: number): string =>
    `${says[i] ?? 0} (${percentAmong(sure.subarray(0, 10))(sure[i] ?? 0)})`;
  return {
    caption: `${capital(netWords(netIds.filtered).said)} behind ${filterOf(state)} after step ${frame.step} of ${state.steps} at ${limitOf(params.size, state.size)}. Wrong of ${frame.labels.length}: unattacked ${wrongIn(frame.before, frame.labels)}, by an attacker who does not know ${last(frame.naive.wrong)} (without the filter ${last(frame.undefended)}), by one who knows ${last(frame.knowing.wrong)}.`,
    head: ['digit', 'unattacked', 'attacker does not know', 'attacker knows'],
    rows: labels.map((label, i) => [
      label,
      said(frame.before, i),
      said(frame.naive, i),
      said(frame.knowing, i),
    ]),
  };
};
