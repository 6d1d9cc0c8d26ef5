import { capital, count, decimal, tiny } from '../kit/words/format.ts';
import { defineFigure, type Table } from '../kit/contract/figure.ts';
import { numbers, range, toggle, type StateOf } from '../kit/contract/params.ts';
import { moved, sigmoid, towardsOther, type Analysis } from './logistic.ts';
import { answer, classOf, nudgesOf, stepText } from './words.ts';

/** The analysis of a state, of which `nudged` numbers have been nudged so far. */
export interface Frame extends Analysis {
  readonly nudged: number;
  /** The sum after those nudges. */
  readonly sum: number;
  /**
   * The probabilities of class 1 that TensorFlow.js computes before and after; null where it was not asked.
   */
  readonly net: { readonly before: number; readonly after: number } | null;
}

const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const subscripts = ['₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉', '₁₀'];

const params = {
  step: range({ label: 'Step', min: 0, max: 1.5, step: 0.01, default: 0.5 }),
  x: numbers({
    label: 'The ten numbers x',
    fields: subscripts.map((i) => ({ label: `x${i}`, min: -5, max: 5, step: 0.1 })),
    default: [2, -1, 3, -2, 2, 2, 1, -4, 5, 1],
  }),
  w: numbers({
    label: 'The ten weights W',
    fields: subscripts.map((i) => ({ label: `W${i}`, min: -2, max: 2, step: 0.1 })),
    default: [-1, -1, 1, -1, 1, -1, 1, 1, -1, 1],
  }),
  check: toggle({ label: 'Compute it with TensorFlow.js too', default: false }),
};

/** The inputs, the weights, the step, and whether TensorFlow.js computes it as well. */
export type State = StateOf<typeof params>;

const smallest = ({ smallest, before }: Frame, step: number): string => {
  if (smallest === null) return '';
  if (before === 0) return 'Any step at all decides it';
  return `A step of ${stepText(smallest)} ${smallest <= step ? 'reaches' : 'would reach'} the line`;
};

const random = (step: number, { before, after, flips, ties, patterns }: Frame): string => {
  const all = `of all ${count(patterns)} choices of signs for the step of ${decimal(step)}`;
  if (before === 0) return `${all}, ${count(flips)} lead to class ${classOf(after) ?? 0}`;
  const some = flips === 0 ? 'none flips' : flips === 1 ? '1 flips' : `${count(flips)} flip`;
  return `${all}, ${some} the answer${ties === 0 ? '' : ` and ${count(ties)} end${ties === 1 ? 's' : ''} exactly on the line`}`;
};

const sentence = (state: State, frame: Frame): string => {
  const { before, sum, after, nudged } = frame;
  if (frame.smallest === null)
    return `All ten weights are 0, so the sum is 0 whatever the numbers are: ${answer(0)}, and no nudge can change it.`;
  if (state.step === 0)
    return `A step of 0 changes nothing: the sum stays at ${decimal(before)}, ${answer(before)}. ${smallest(frame, state.step)}.`;
  const most = moved(frame.nudges);
  const all = nudgesOf(most);
  if (nudged === 0)
    return `Untouched, the ten products add up to ${decimal(before)}: ${answer(before)}. ${capital(all)} of ${decimal(state.step)} would bring the sum to ${decimal(after)}: ${answer(after)}.`;
  if (nudged < ten.length) {
    const first = moved(frame.nudges, nudged);
    if (first === 0)
      return `Nothing has moved yet, because the weights so far are 0: the sum is still ${decimal(before)}, ${answer(before)}.`;
    const nudges = first === 1 ? 'first nudge' : `first ${nudgesOf(first)}`;
    return `The ${nudges} of ${decimal(state.step)} move${first === 1 ? 's' : ''} the sum from ${decimal(before)} to ${decimal(sum)}: from ${answer(before)} to ${answer(sum)}.`;
  }
  const kept = classOf(after) === classOf(before) ? ', so the answer stays' : '';
  return `${capital(all)} of ${decimal(state.step)} move${most === 1 ? 's' : ''} the sum from ${decimal(before)} to ${decimal(after)}: from ${answer(before)} to ${answer(after)}${kept}. ${smallest(frame, state.step)}; ${random(state.step, frame)}.`;
};

const table = (state: State, frame: Frame): Table => {
  const { before, products, nudges, y, gains, sums, nudged } = frame;
  const at = (sum: number) => [Number(sum.toFixed(3)), Number(sigmoid(sum).toFixed(4))] as const;
  const blank = [null, null, null, null, null, null] as const;
  const side = towardsOther(before) > 0 ? 'with the weights' : 'against the weights';
  return {
    caption: 'Ten numbers, nudged one after the other, and where other nudges of the same size lead',
    head: [
      'Number',
      'W',
      'x',
      'Nudge',
      'Nudged x',
      'W · x before',
      'Nudge adds',
      'Sum after it',
      'Probability of class 1',
    ],
    rows: [
      ['untouched', ...blank, ...at(before)],
      ...ten.map((number, i) => {
        const x = state.x[i] ?? 0;
        const done = i < nudged;
        return [
          number,
          state.w[i] ?? 0,
          x,
          done ? (nudges[i] ?? 0) : null,
          done ? (y[i] ?? x) : x,
          products[i] ?? 0,
          done ? (gains[i] ?? 0) : null,
          ...(done ? at(sums[i + 1] ?? before) : [null, null]),
        ];
      }),
      [`each by the step, ${side} (L∞)`, ...blank, ...at(frame.after)],
      [`same length (${decimal(frame.length, 3)}), spent along W (L2)`, ...blank, ...at(frame.sameLength)],
      [`length only ${decimal(state.step)}, along W (L2)`, ...blank, ...at(frame.shortLength)],
      [
        'smallest step that reaches the line',
        ...blank,
        frame.smallest === null ? 'none' : stepText(frame.smallest),
        null,
      ],
      [
        'random signs that flip the answer',
        ...blank,
        `${count(frame.flips)} of ${count(frame.patterns)}`,
        null,
      ],
      [
        'random signs that end on the line',
        ...blank,
        `${count(frame.ties)} of ${count(frame.patterns)}`,
        null,
      ],
      ...(frame.net === null
        ? []
        : [['TensorFlow.js, largest difference', ...blank, null, tiny(disagreement(frame) ?? 0)] as const]),
    ],
  };
};

/** The largest difference between the closed form and TensorFlow.js; null where it was not asked. */
export const disagreement = ({ before, after, net }: Frame): number | null =>
  net && Math.max(Math.abs(net.before - sigmoid(before)), Math.abs(net.after - sigmoid(after)));

/** Ten numbers and ten weights, and a small step in each that may take the sum across the line. */
export default defineFigure({
  slug: 'toy-logistic',
  version: 1,
  title: 'Ten small nudges',
  article: 'ten-numbers',
  width: 'wide',
  params,
  groups: [
    { legend: 'How far each number moves', fields: ['step'] },
    { legend: 'The numbers', fields: ['x'] },
    { legend: 'The weights', fields: ['w'], quiet: true },
    { legend: 'Check', fields: ['check'], quiet: true },
  ],
  presets: {
    'smallest-step': { title: 'A hair more than the smallest step', state: { step: 0.31 } },
    'small-nudge': { title: 'Too small a step', state: { step: 0.1 } },
    'sure-of-itself': {
      title: 'An answer that looks safe',
      state: { x: [4, -1, 1, -2, 2, 4, 1, -4, 5, 1], step: 1 },
    },
    'there-and-back': {
      title: 'The fooled point, fooled back',
      state: { x: [1.5, -1.5, 3.5, -2.5, 2.5, 1.5, 1.5, -3.5, 4.5, 1.5] },
    },
    'one-number': { title: 'One number instead of ten', state: { w: [-1, 0, 0, 0, 0, 0, 0, 0, 0, 0] } },
    'uneven-weights': {
      title: 'Uneven weights: L∞ and L2 part ways',
      state: { w: [-1.6, -0.2, 0.4, -0.3, 0.2, -0.4, 0.1, 0.3, -0.2, 0.9] },
    },
    checked: { title: 'The same numbers from TensorFlow.js', state: { check: true } },
  },
  verb: 'Nudge one by one',
  steps: { name: 'number', pace: 500, count: () => ten.length },
  describe: sentence,
  table,
  outcome: (_state, frame: Frame) => ({
    sumBefore: frame.before,
    sumAfter: frame.sum,
    before: sigmoid(frame.before),
    after: sigmoid(frame.sum),
    ...(frame.smallest === null ? {} : { smallestStep: frame.smallest }),
    flips: frame.flips,
    sameLengthL2: sigmoid(frame.sameLength),
    shortLengthL2: sigmoid(frame.shortLength),
    ...(frame.net === null ? {} : { tensorflowBefore: frame.net.before, tensorflowAfter: frame.net.after }),
  }),
  tolerance: 1e-6,
});
