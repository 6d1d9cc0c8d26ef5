import { bare } from '../kit/belief-bars.tsx';
import { decimal, fixed, plural } from '../kit/format.ts';
import type { Cell, Table } from '../kit/figure.ts';
import { answerOf, type AttackFrame } from './frame.ts';
import { netOf } from './own-net.ts';
import { hasThirdWay, radiusOf, stepsOf, type AttackState } from './params.ts';

const nets = { 'digits-lenet': 'LeNet', 'digits-softmax': 'the softmax net', own: 'your model' } as const;

/** A probability as it is read out: 'more than 99.99 %'. */
const percent = (p: number): string =>
  `${bare(p)}\u00a0%`.replace(/^>\s/u, 'more than ').replace(/^<\s/u, 'less than ');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 'a 7', 'an 8'. */
export const a = (digit: number): string => `${digit === 8 ? 'an' : 'a'} ${digit}`;

/** 'a 5 (99.998 %)'. */
const read = (probabilities: Float32Array): string => {
  const { digit, probability } = answerOf(probabilities);
  return `${a(digit)} (${percent(probability)})`;
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

/** 'drawing', 'drawing of a 4', '5'. */
const thing = ({ source, said, label }: AttackFrame): string => {
  if (source !== 'drawn') return String(label);
  return said ? `drawing of ${a(label)}` : 'drawing';
};

/** What is attacked, and as what the net reads it: 'a 7 that LeNet reads as a 7 (99.98 %)'. */
const subject = (state: AttackState, frame: AttackFrame): string => {
  const wrong = answerOf(frame.before).digit !== frame.label;
  const what = frame.source === 'drawn' ? `a ${thing(frame)}` : a(frame.label);
  return `${what} that ${nets[netOf(state)]} ${wrong ? 'wrongly reads' : 'reads'} as ${read(frame.before)}`;
};

const control = (frame: AttackFrame): string => {
  const { digit, probability } = answerOf(frame.random);
  const same = digit === answerOf(frame.before).digit;
  return same
    ? `after a random nudge with the same limit it still reads ${a(digit)} (${percent(probability)})`
    : `even a random nudge with the same limit makes it ${a(digit)} (${percent(probability)})`;
};

const unattacked = (state: AttackState, frame: AttackFrame): string => {
  const { kind, label } = frame.goal;
  const wanted = kind === 'reach' ? `reads ${a(label)}` : `reads anything but ${a(label)}`;
  return `before the attack ${nets[netOf(state)]} reads this ${thing(frame)} as ${read(frame.before)}; the attack looks for a nudge after which it ${wanted}.`;
};

const underway = (state: AttackState, frame: AttackFrame): string =>
  `after ${frame.step} of ${stepsOf(state)} steps of ${state.attack.toUpperCase()} at ${allowance(state)} ` +
  `${nets[netOf(state)]} reads the ${thing(frame)} as ${read(frame.after)}; before, as ${read(frame.before)}.`;

const finding = (state: AttackState, frame: AttackFrame): string => {
  const net = nets[netOf(state)];
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
  if (kind === 'leave' && before.digit !== label) {
    return `there is nothing to attack: ${net} reads this ${thing(frame)} as ${read(frame.before)} already, and as ${read(frame.after)} after the attack ${at}.`;
  }
  if (frame.step < stepsOf(state)) return underway(state, frame);
  if (after.digit === before.digit) {
    const aimed = kind === 'reach' ? `, and gives the ${label} ${percent(frame.after[label] ?? 0)}` : '';
    return `${at} ${steps(state, ['is', 'are'])} not enough: ${net} still reads it as ${read(frame.after)}${aimed}; before: ${percent(before.probability)}.`;
  }
  const missed = kind === 'reach' && after.digit !== label ? `, not ${a(label)}` : '';
  return `${at} ${steps(state, ['turns', 'turn'])} ${subject(state, frame)} into ${a(after.digit)} (${percent(after.probability)})${missed}; ${control(frame)}.`;
};

const asides: Readonly<Partial<Record<AttackFrame['outcome'], string>>> = {
  'gradients-masked':
    ' Nearly all of the gradient was zero, so the attack had nothing to follow and this proves nothing.',
  stopped: ' The attack was stopped there.',
};

/** Why another picture is shown than the one asked for. */
const instead = (state: AttackState, { source, label }: AttackFrame): string => {
  if (source === 'nothing-drawn') {
    return `Nothing is drawn yet: draw a digit on the pad; until then this is ${a(label)} from our pen. `;
  }
  if (source === 'dot') return `That is only a dot: draw a whole digit; until then this is ${a(label)} from our pen. `;
  return source === 'stroke' && state.way === 'third' && !hasThirdWay(state)
    ? `Our pen has no third way to write ${a(label)}, so this is the second. `
    : '';
};

const noModel = (state: AttackState): string =>
  state.net !== netOf(state) ? 'No model is chosen yet: choose its files; until then this is LeNet. ' : '';

/** The finding of a frame in one or two sentences. */
export const describe = (state: AttackState, frame: AttackFrame): string =>
  `${noModel(state)}${instead(state, frame)}${capital(finding(state, frame))}${asides[frame.outcome] ?? ''}`;

/** A probability for people in percent, for a file as a number from 0 to 1. */
const cell = (p: number): Cell => ({ value: Number(p.toPrecision(6)), text: `${bare(p)}\u00a0%` });

/** The ten probabilities before, now and under the random nudge, with the sizes in the caption. */
export const table = (state: AttackState, frame: AttackFrame): Table => {
  const { goal, after, loss } = frame;
  return {
    caption:
      `What ${nets[netOf(state)]} believes after step ${frame.step} of ${stepsOf(state)}; the largest change of a pixel is ` +
      `${plural(Math.round(255 * frame.linf), 'grey level')} of 255, the length of the change (L2) ${fixed(frame.l2, 2)}; ` +
      `the probability of the ${goal.label} is ${percent(after[goal.label] ?? 0)}, and the loss, −log of it, ` +
      `${fixed(loss.at(-1) ?? 0, 2)}.`,
    head: ['digit', 'before', 'after the attack', 'after a random nudge'],
    rows: Array.from(frame.before, (before, digit) => [
      digit,
      cell(before),
      cell(after[digit] ?? 0),
      cell(frame.random[digit] ?? 0),
    ]),
  };
};
