import { decimal, fixed, percent as inPercent, plural } from '../kit/format.ts';
import type { Table } from '../kit/figure.ts';
import { answerOf, type AttackFrame } from './frame.ts';
import { radiusOf, stepsOf, type AttackState } from './params.ts';

const nets = { 'digits-lenet': 'LeNet', 'digits-softmax': 'the softmax net' } as const;

/** A probability as it is read out: 'more than 99.99999 %'. */
const percent = (p: number): string => inPercent(p).replace(/^>\s/u, 'more than ').replace(/^<\s/u, 'less than ');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 'a 7', 'an 8'. */
const a = (digit: number): string => `${digit === 8 ? 'an' : 'a'} ${digit}`;

const read = (probabilities: Float32Array): string => {
  const { digit, probability } = answerOf(probabilities);
  return `${digit} with ${percent(probability)}`;
};

/** How many grey levels of 255 a pixel may change by in L∞. */
export const levelsOf = (epsilon: number): number => Math.floor(255 * epsilon + 1e-6);

/** How far the attack may go: 'ε = 0.15 (38 grey levels of 255)'. */
const allowance = (state: AttackState): string =>
  state.ball === 'linf'
    ? `ε = ${decimal(state.epsilon)} (${plural(levelsOf(state.epsilon), 'grey level')} of 255)`
    : `ε = ${decimal(state.radius)} in L2`;

/** 'one step of FGSM turns', '40 steps of PGD turn'. */
const steps = (state: AttackState, [one, many]: readonly [string, string]): string => {
  const n = stepsOf(state);
  return `${n === 1 ? 'one step' : `${n} steps`} of ${state.attack.toUpperCase()} ${n === 1 ? one : many}`;
};

const thing = (frame: AttackFrame): string => (frame.source === 'drawn' ? 'drawing' : String(frame.label));

/** What is attacked, and as what the net reads it: 'a 7 that LeNet reads as 7 with 99.98 %'. */
const subject = (state: AttackState, frame: AttackFrame): string => {
  const wrong = answerOf(frame.before).digit !== frame.label;
  const what = frame.source === 'drawn' ? 'a drawing' : a(frame.label);
  return `${what} that ${nets[state.net]} ${wrong ? 'wrongly reads' : 'reads'} as ${read(frame.before)}`;
};

const control = (frame: AttackFrame): string => {
  const { digit, probability } = answerOf(frame.random);
  const same = digit === answerOf(frame.before).digit;
  return same
    ? `a random nudge of the same size leaves it ${a(digit)} with ${percent(probability)}`
    : `even a random nudge of the same size makes it ${a(digit)}, with ${percent(probability)}`;
};

const unattacked = (state: AttackState, frame: AttackFrame): string => {
  const { kind, label } = frame.goal;
  const wanted = kind === 'reach' ? `reads ${a(label)}` : `reads anything but ${a(label)}`;
  return `before the attack ${nets[state.net]} reads this ${thing(frame)} as ${read(frame.before)}; the attack looks for a nudge after which it ${wanted}.`;
};

const underway = (state: AttackState, frame: AttackFrame): string =>
  `after ${frame.step} of ${stepsOf(state)} steps of ${state.attack.toUpperCase()} at ${allowance(state)} ` +
  `${nets[state.net]} reads the ${thing(frame)} as ${read(frame.after)}; before, as ${read(frame.before)}.`;

const finding = (state: AttackState, frame: AttackFrame): string => {
  const net = nets[state.net];
  const before = answerOf(frame.before);
  const after = answerOf(frame.after);
  const { kind, label } = frame.goal;
  const at = `at ${allowance(state)}`;
  if (frame.step === 0) return unattacked(state, frame);
  if (radiusOf(state) === 0) {
    return `at ε = 0 no pixel may change: ${net} reads the ${thing(frame)} as ${read(frame.before)}, before and after.`;
  }
  if (kind === 'reach' && before.digit === label) {
    return `there is nothing to reach: ${net} reads this ${thing(frame)} as ${read(frame.before)} already, and as ${read(frame.after)} after the attack ${at}.`;
  }
  if (frame.step < stepsOf(state)) return underway(state, frame);
  if (after.digit === before.digit) {
    const aimed = kind === 'reach' ? `, as ${label} with ${percent(frame.after[label] ?? 0)}` : '';
    return `${at} ${steps(state, ['is', 'are'])} not enough: ${net} still reads the ${thing(frame)} as ${read(frame.after)}${aimed}; before, as ${read(frame.before)}.`;
  }
  const missed = kind === 'reach' && after.digit !== label ? `, not ${a(label)}` : '';
  return `${at} ${steps(state, ['turns', 'turn'])} ${subject(state, frame)} into ${a(after.digit)} with ${percent(after.probability)}${missed}; ${control(frame)}.`;
};

const asides: Readonly<Partial<Record<AttackFrame['outcome'], string>>> = {
  'gradients-masked':
    ' Nearly all of the gradient was zero, so the attack had nothing to follow and this proves nothing.',
  stopped: ' The attack was stopped there.',
};

/** The finding of a frame in one or two sentences. */
export const describe = (state: AttackState, frame: AttackFrame): string => {
  const empty =
    frame.source === 'nothing-drawn' ? `Nothing is drawn yet, so this is ${a(frame.label)} from our pen. ` : '';
  return `${empty}${capital(finding(state, frame))}${asides[frame.outcome] ?? ''}`;
};

/** The ten probabilities before, now and under the random nudge, with the sizes in the caption. */
export const table = (state: AttackState, frame: AttackFrame): Table => ({
  caption:
    `What ${nets[state.net]} believes after step ${frame.step} of ${stepsOf(state)}; the largest change of a pixel is ` +
    `${plural(Math.round(255 * frame.linf), 'grey level')} of 255, the length of the change (L2) ${fixed(frame.l2, 2)}, ` +
    `the loss against ${frame.goal.label} ${fixed(frame.loss.at(-1) ?? 0, 2)} nats.`,
  head: ['digit', 'before', 'after the attack', 'after a random nudge'],
  rows: Array.from(frame.before, (before, digit) => [
    digit,
    inPercent(before),
    inPercent(frame.after[digit] ?? 0),
    inPercent(frame.random[digit] ?? 0),
  ]),
});
