import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import { fromLevels, toEightBits, toLevels } from '../../lab/eight-bits.ts';
import { counted } from '../../lab/oracles/counted.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { random } from '../../lab/random.ts';
import { crossEntropy, softmax } from '../../lab/softmax.ts';
import { argmax, joined, numberAt, row, subtract } from '../../lab/vec.ts';
import type { Run } from '../kit/contract/figure.ts';
import { attackedNet, labelOf, targetOf } from './attacked.ts';
import { randomNudge } from './control.ts';
import { onlyOf, packed, packedChange, smallWidth, type AttackFrame } from './frame.ts';
import { radiusOf, sizeIn } from './methods.ts';
import { kindOf } from './nets.ts';
import type { Paced } from './paced.ts';
import type { AttackState } from './params.ts';
import { pathOf } from './path.ts';
import { firstRows, rowsWith } from './rows.ts';
import { subjectOf } from './subject.ts';

/** More numbers than this are too many for a random nudge at every step. */
const large = 64 * 64 * 3;

/** The logits of several pictures, asked in one batch. */
const ask = async (oracle: Oracle, ...pictures: readonly Vec[]): Promise<readonly Vec[]> => {
  const logits = await oracle.logits(joined(pictures));
  return pictures.map((_, i) => row(logits, i, oracle.classes).slice());
};

/** In how many pixels a change is more than nothing. */
const pixelsIn = (change: Vec, channels: number): number => {
  let count = 0;
  for (let i = 0; i < change.length; i += channels) {
    if (change.subarray(i, i + channels).some((value) => value !== 0)) count++;
  }
  return count;
};

/** A list with its last entry repeated up to that step, while the attack stood still. */
const stretched = (list: readonly number[], step: number): readonly number[] =>
  Array.from({ length: step + 1 }, (_, i) => numberAt(list, Math.min(i, list.length - 1)));

/** What the attack came to, judged by all that the net knows, about the picture that is shown. */
const judged = (
  outcome: Paced['outcome'],
  answer: number,
  { kind, label }: AttackFrame['goal'],
): Paced['outcome'] => {
  const reached = (answer === label) === (kind === 'reach');
  if (outcome === 'budget-spent' && reached) return 'reached';
  return outcome === 'reached' && !reached ? 'budget-spent' : outcome;
};

/** Attacks one picture; every frame is a picture in 8 bits that the net was asked about again. */
const run: Run<AttackState, AttackFrame> = async function* (state, bench, signal) {
  const attacked = await attackedNet(state, bench);
  const { oracle, shape, names } = attacked;
  const { levels, source, said, turned } = await subjectOf(state, shape, oracle);
  signal.throwIfAborted();
  const x0 = fromLevels(levels);
  const [first = new Float32Array(oracle.classes)] = await ask(oracle, x0);
  const before = softmax(first, oracle.classes);
  const { label, known } = labelOf(state, attacked, said, first);
  // MobileNet learned from photographs and takes many a drawing for something else: what it says is what it
  // shall leave.
  const left = kindOf(state) === 'imagenet' ? argmax(first) : label;
  const goal = {
    kind: state.goal,
    label: state.goal === 'reach' ? targetOf(state, attacked) : left,
  } as const;
  const labels = Int32Array.of(goal.label);
  const ball = balls[sizeIn(state).ball];
  const stream = random(state.seed);
  const spoken = [argmax(first), label, goal.label];
  const namesOf = (classes: readonly number[]): AttackFrame['names'] =>
    Object.fromEntries(classes.map((k) => [k, names[k] ?? String(k)]));
  const rows = firstRows(before, spoken);
  const kept = onlyOf(before, [...rows, ...spoken]);
  const drawsControl = shape.width <= smallWidth;

  let frame: AttackFrame = {
    step: 0,
    outcome: 'running',
    source,
    shape: [shape.height, shape.width, shape.channels],
    label,
    said: known,
    turned,
    goal,
    picture: packed(levels),
    shown: packedChange(levels, levels),
    control: drawsControl ? levels : null,
    before: kept,
    after: kept,
    random: kept,
    names: namesOf([...rows, ...spoken]),
    rows,
    loss: [...crossEntropy(first, labels, oracle.classes)],
    answers: [argmax(first)],
    linf: 0,
    l2: 0,
    l1: 0,
    changed: 0,
    questions: 0,
    gradients: 0,
  };
  yield frame;

  const { oracle: watched, counts } = counted(oracle);
  const radius = radiusOf(state, shape);
  const problem = {
    oracle: watched,
    x0,
    goal: { kind: goal.kind, labels },
    ball,
    radius,
    box: unitBox,
  } as const;
  let last: { readonly step: Paced['step']; readonly outcome: Paced['outcome'] } | undefined;
  for await (const { step, outcome } of pathOf(state, problem, first, {
    random: stream.fork('attack'),
    signal,
  })) {
    const common = { step: frame.step + 1, questions: counts().queries, gradients: counts().gradients };
    const repeats = last?.step === step && (last.outcome === outcome || oracle.dimension <= large);
    last = { step, outcome };
    if (repeats) {
      frame = {
        ...frame,
        ...common,
        outcome: judged(outcome, numberAt(frame.answers, frame.answers.length - 1), goal),
      };
      yield frame;
      continue;
    }
    const shown = toEightBits(step.x, unitBox, x0);
    const change = subtract(shown, x0);
    const beside = oracle.dimension <= large || outcome !== 'running';
    const control = beside ? randomNudge(x0, ball, ball.size(change), stream.fork('control')) : undefined;
    const [z = first, zControl] = await ask(oracle, shown, ...(control ? [control] : []));
    const shownRows = rowsWith(frame.rows, argmax(z), spoken);
    const named = [...shownRows, ...spoken, ...(zControl ? [argmax(zControl)] : [])];
    const believed = (logits: Vec): Float32Array => onlyOf(softmax(logits, oracle.classes), named);
    frame = {
      ...frame,
      ...common,
      outcome: judged(outcome, argmax(z), goal),
      shown: packedChange(toLevels(shown), levels),
      control: control && drawsControl ? packedChange(toLevels(control), levels) : null,
      before: onlyOf(before, named),
      after: believed(z),
      random: zControl ? believed(zControl) : null,
      names: { ...frame.names, ...namesOf(named) },
      rows: shownRows,
      loss: [...stretched(frame.loss, frame.step), ...crossEntropy(z, labels, oracle.classes)],
      answers: [...stretched(frame.answers, frame.step), argmax(z)],
      linf: balls.linf.size(change),
      l2: balls.l2.size(change),
      l1: balls.l1.size(change),
      changed: pixelsIn(change, shape.channels),
    };
    yield frame;
  }
};

export default run;
