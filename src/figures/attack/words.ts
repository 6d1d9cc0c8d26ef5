import { bare, inSentence } from '../kit/drawing/belief-bars.tsx';
import { capital, count } from '../kit/words/format.ts';
import { withArticle as a } from '../kit/words/grammar.ts';
import { isCount, sizeWords } from '../kit/words/size.ts';
import { answerOf, nameOf, type AttackFrame } from './frame.ts';
import { factsOf, sizeIn, stepsOf, subjectIn } from './methods.ts';
import { netOf, saidOf } from './nets.ts';
import type { AttackState } from './params.ts';

/** A probability as it is read out: 'more than 99.99 %'. */
export const percent = (p: number): string => inSentence(bare(p));

/** A name by itself: a digit as it is, other names in quotes. */
export const quoted = (name: string): string => (/^\d$/.test(name) ? name : `‘${name}’`);

/** 'a 5 (99.998 %)'. */
const read = (frame: AttackFrame, probabilities: Float32Array): string => {
  const { digit, probability } = answerOf(probabilities);
  return `${a(nameOf(frame, digit))} (${percent(probability)})`;
};

/** 'with 20 pixels changed at most' or 'at ε = 0.15 (38 grey levels of 255)'. */
const limit = (state: AttackState): string => {
  const size = sizeIn(state);
  const { before, limit: said } = sizeWords(size.ball);
  return `${before} ${said(size)}`;
};

/** 'one step of FGSM turns', '40 steps of PGD turn', 'DDN turns', each with what comes after it. */
const method = (state: AttackState, [one, many]: readonly [string, string]): string => {
  const subject = subjectIn(state);
  return `${subject.text} ${subject.many ? many : one}`;
};

/** What the attack asked for that gets no gradients: ' after 412 questions and no gradient'. */
const asked = (state: AttackState, { questions }: AttackFrame): string =>
  factsOf(state).counts === 'questions' ? ` after ${count(questions)} questions and not one gradient` : '';

const ours = (source: AttackFrame['source']): boolean => source === 'thing' || source === 'no-picture';

/** 'drawing', 'drawing of a 4', '5', 'picture', 'noise'. */
const thing = (frame: AttackFrame): string => {
  const { source, said, label } = frame;
  const name = nameOf(frame, label);
  if (source === 'noise') return 'noise';
  if (source === 'evolved') return 'evolved picture';
  if (source === 'picture') return said ? `picture of ${a(name)}` : 'picture';
  if (source === 'drawn' || ours(source)) return said ? `drawing of ${a(name)}` : 'drawing';
  return name;
};

const whole = (frame: AttackFrame): string => {
  if (frame.source === 'noise') return 'noise';
  if (frame.source === 'evolved') return 'an evolved picture';
  if (frame.source === 'picture') return `your ${thing(frame)}`;
  if (ours(frame.source)) return `our ${thing(frame)}`;
  return a(thing(frame));
};

/** What is attacked, and as what the net reads it: 'a 7 that LeNet reads as a 7 (99.98 %)'. */
const subject = (state: AttackState, frame: AttackFrame): string => {
  const wrong = answerOf(frame.before).digit !== frame.label;
  return `${whole(frame)} that ${saidOf(netOf(state))} ${wrong ? 'wrongly reads' : 'reads'} as ${read(frame, frame.before)}`;
};

const control = (state: AttackState, frame: AttackFrame): string => {
  if (frame.random === null) return '';
  const { digit, probability } = answerOf(frame.random);
  const same = digit === answerOf(frame.before).digit;
  const said = `${a(nameOf(frame, digit))} (${percent(probability)})`;
  const nudge = `a random nudge of ${sizeWords(sizeIn(state).ball).alike.said}`;
  return same ? `; after ${nudge} it still reads ${said}` : `; even ${nudge} makes it ${said}`;
};

const unattacked = (state: AttackState, frame: AttackFrame): string => {
  const { kind, label } = frame.goal;
  const name = a(nameOf(frame, label));
  const wanted = kind === 'reach' ? `reads ${name}` : `reads anything but ${name}`;
  return `before the attack ${saidOf(netOf(state))} reads this ${thing(frame)} as ${read(frame, frame.before)}; the attack looks for a nudge after which it ${wanted}.`;
};

const underway = (state: AttackState, frame: AttackFrame): string => {
  const of = { steps: 'steps', searches: 'stages', questions: 'rounds of questions' }[factsOf(state).counts];
  const bounds = factsOf(state).seeks ? '' : ` ${limit(state)}`;
  return (
    `after ${frame.step} of ${stepsOf(state)} ${of} of ${factsOf(state).name}${bounds} ` +
    `${saidOf(netOf(state))} reads the ${thing(frame)} as ${read(frame, frame.after)}; before, as ${read(frame, frame.before)}.`
  );
};

const failed = (state: AttackState, frame: AttackFrame): string => {
  const { kind, label } = frame.goal;
  const [before, after] = [answerOf(frame.before), answerOf(frame.after)];
  const net = saidOf(netOf(state));
  const aimed =
    kind === 'reach'
      ? `, and gives ${quoted(nameOf(frame, label))} a belief of ${percent(frame.after[label] ?? 0)}`
      : '';
  const tried = factsOf(state).seeks
    ? `${method(state, ['finds', 'find'])} no nudge that does it`
    : `${limit(state)} ${method(state, ['is', 'are'])} not enough`;
  const still = `${after.digit === before.digit ? 'still' : 'now'} reads the ${thing(frame)}`;
  return `${tried}${asked(state, frame)}: ${net} ${still} as ${read(frame, frame.after)}${aimed}; before: ${read(frame, frame.before)}.`;
};

const finding = (state: AttackState, frame: AttackFrame): string => {
  const net = saidOf(netOf(state));
  const [before, after] = [answerOf(frame.before), answerOf(frame.after)];
  const { kind, label } = frame.goal;
  const { seeks } = factsOf(state);
  if (frame.step === 0) return unattacked(state, frame);
  if (!seeks && sizeIn(state).radius === 0) {
    return `at a limit of 0 no pixel may change: ${net} reads the ${thing(frame)} as ${read(frame, frame.before)}, before and after.`;
  }
  if (before.digit === label && kind === 'reach') {
    return `there is nothing to reach: ${net} reads this ${thing(frame)} as ${read(frame, frame.before)} already, and as ${read(frame, frame.after)} after the attack.`;
  }
  if (before.digit !== label && kind === 'leave') {
    return `there is nothing to attack: ${net} reads this ${thing(frame)} as ${read(frame, frame.before)} already, and as ${read(frame, frame.after)} after the attack.`;
  }
  if (frame.outcome === 'running') return underway(state, frame);
  if (after.digit === before.digit) return failed(state, frame);
  const name = a(nameOf(frame, after.digit));
  const missed = kind === 'reach' && after.digit !== label ? `, not ${a(nameOf(frame, label))}` : '';
  const { ball } = sizeIn(state);
  const found = seeks || isCount(ball) ? `, by a nudge of ${sizeWords(ball).found(frame)}` : '';
  const lead = seeks ? '' : `${limit(state)} `;
  return `${lead}${method(state, ['turns', 'turn'])} ${subject(state, frame)} into ${name} (${percent(after.probability)})${missed}${found}${asked(state, frame)}${control(state, frame)}.`;
};

const asides: Readonly<Partial<Record<AttackFrame['outcome'], string>>> = {
  'gradients-masked':
    ' Nearly all of the gradient was zero, so the attack had nothing to follow and this proves nothing.',
  'no-start': ' It found no picture to start from that the net reads as wanted.',
  stopped: ' The attack was stopped there.',
};

/** Why another picture is shown than the one asked for. */
const instead = (frame: AttackFrame): string => {
  const { source } = frame;
  if (source === 'no-picture')
    return `No picture is chosen yet: choose, drop, paste or take one; until then this is ${whole(frame)}. `;
  const pen = `${a(nameOf(frame, frame.label))} from our pen`;
  if (source === 'nothing-drawn')
    return `Nothing is drawn yet: draw a digit on the pad; until then this is ${pen}. `;
  if (source === 'dot') return `That is only a dot: draw a whole digit; until then this is ${pen}. `;
  return '';
};

const noModel = (state: AttackState): string =>
  state.net !== netOf(state)
    ? `No model is chosen yet: choose its files; until then this is ${saidOf(netOf(state))}. `
    : '';

/** What was made of a picture of the reader's before the net saw it. */
const made = ({ paper }: AttackState, { turned }: AttackFrame): string =>
  turned
    ? `Your picture ${paper === 'guess' ? 'looks like' : 'is'} ink on paper and was turned, light on dark. `
    : '';

/** The finding of a frame in one or two sentences. */
export const describe = (state: AttackState, frame: AttackFrame): string =>
  `${noModel(state)}${instead(frame)}${made(state, frame)}${capital(finding(state, frame))}${asides[frame.outcome] ?? ''}`;
