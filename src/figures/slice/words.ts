import { netWords } from '../../nets/catalogue.ts';
import type { Table } from '../kit/contract/figure.ts';
import { capital, decimal, fixed, lengthText, percent } from '../kit/words/format.ts';
import { withArticle } from '../kit/words/grammar.ts';
import type { SliceFrame } from './frame.ts';
import { chosenCell, distanceOf, sideOf, targetOf, type SliceState } from './params.ts';

const a = (digit: number): string => withArticle(String(digit));

/** What the axes of a plane mean. */
export const axisNames = (state: SliceState): readonly [across: string, up: string] => {
  const attack = 'towards the attack';
  switch (state.plane) {
    case 'random-random':
      return ['a random way', 'another random way'];
    case 'attack-random':
      return [attack, 'a random way'];
    case 'attack-attack':
      return [attack, `towards ${a(targetOf(state))}, at right angles`];
    case 'digit-attack':
      return [`towards ${a(targetOf(state))} of our pen`, `${attack}, at right angles`];
  }
};

/** The share of the places that count whose answer is the digit drawn; 1 of none. */
const share = (state: SliceState, frame: SliceFrame, within: number): number => {
  const side = sideOf(state);
  let [right, all] = [0, 0];
  for (let i = 0; i < side * frame.step; i++) {
    if (Math.hypot(distanceOf(state, i % side), distanceOf(state, Math.floor(i / side))) > within + 1e-9)
      continue;
    all++;
    if (frame.predicted[i] === frame.label) right++;
  }
  return all === 0 ? 1 : right / all;
};

/** The share of the places of the whole map that are read as what is drawn. */
export const shareOfMap = (state: SliceState, frame: SliceFrame): number => share(state, frame, Infinity);

/** The share of the places within the circle of ε that are read as what is drawn. */
export const shareOfCircle = (state: SliceState, frame: SliceFrame): number =>
  share(state, frame, state.radius);

/**
 * Going from the picture along one of four ways: how far the places lie from which on the answer is another,
 * and which.
 */
export const crossings = (
  state: SliceState,
  { predicted, label }: SliceFrame,
  [du, dv]: readonly [number, number],
): readonly { readonly distance: number; readonly says: number }[] => {
  const side = sideOf(state);
  const middle = (side - 1) / 2;
  const answers = Array.from({ length: middle + 1 }, (_, k) =>
    k === 0 ? label : (predicted[(middle + k * dv) * side + middle + k * du] ?? label),
  );
  return answers.flatMap((says, k) =>
    k === 0 || says === answers[k - 1] ? [] : [{ distance: distanceOf(state, middle + k), says }],
  );
};

const ways = [
  { name: 'right', step: [1, 0] },
  { name: 'left', step: [-1, 0] },
  { name: 'up', step: [0, 1] },
  { name: 'down', step: [0, -1] },
] as const;

const along = (state: SliceState, frame: SliceFrame, step: readonly [number, number]): string => {
  const found = crossings(state, frame, step);
  const parts = found.map(({ says, distance }) => `${a(says)} from about ${decimal(distance, 1)}`);
  return parts.length === 0
    ? `nothing changes within ${decimal(state.extent)}`
    : `it is ${parts.join(', then ')} on`;
};

/** A share in percent; never 100 where something is missing. */
const shareText = (rate: number): string => `${decimal(100 * rate, rate > 0.99 && rate < 1 ? 1 : 0)}\u00a0%`;

const opening = (state: SliceState, { says, label, attacks }: SliceFrame): string => {
  const net = netWords(state.net).said;
  const read = `${capital(net)} reads the ${label} in the middle as ${a(says)}`;
  const [first] = attacks;
  return first === undefined || says !== label
    ? read
    : `${read}; the smallest nudge found that changes this has a length of ${lengthText(first.length)} and makes it ${a(first.says)}`;
};

/** How far two neighbouring places lie apart. */
const grainOf = (state: SliceState): number => (2 * state.extent) / (sideOf(state) - 1);

/** The finding: how far the regions are away on the two axes, and how much of the circle is read as drawn. */
export const describe = (state: SliceState, frame: SliceFrame): string => {
  const side = sideOf(state);
  if (frame.step < side) {
    return `${opening(state, frame)}. ${frame.step === 0 ? 'The map is not drawn yet.' : `${frame.step} of ${side} rows are drawn.`}`;
  }
  const [across, up] = axisNames(state);
  const circle =
    state.radius > 0
      ? ` Inside the circle of ${decimal(state.radius)} it reads ${shareText(shareOfCircle(state, frame))} of the plane as ${a(frame.label)}, of the whole map ${shareText(shareOfMap(state, frame))}.`
      : '';
  return `${opening(state, frame)}. To the right (${across}) ${along(state, frame, [1, 0])}; upwards (${up}) ${along(state, frame, [0, 1])}; places are ${decimal(grainOf(state))} apart.${circle}`;
};

/**
 * Where the answer changes on each of the four ways, how much of the map each class has, and what stands at
 * the chosen place.
 */
export const table = (state: SliceState, frame: SliceFrame): Table => {
  const side = sideOf(state);
  const [column, row] = chosenCell(state);
  const place = row * side + column;
  const counts = new Map<number, number>();
  for (const label of frame.predicted.subarray(0, frame.step * side))
    counts.set(label, (counts.get(label) ?? 0) + 1);
  const drawn = Math.max(1, frame.step * side);
  const [across, up] = axisNames(state);
  const chosen =
    row < frame.step
      ? ` At the place chosen, ${fixed(distanceOf(state, column), 2)} to the right and ${fixed(distanceOf(state, row), 2)} up, the net says ${a(frame.predicted[place] ?? 0)} (${percent(frame.confidence[place] ?? 0)}).`
      : '';
  const turns = ways.map(({ name, step }) => {
    const [found] = frame.step < side ? [] : crossings(state, frame, step);
    return `${name}: ${found === undefined ? 'none' : `${found.says} at ${fixed(found.distance, 2)}`}`;
  });
  return {
    caption: `The plane through ${a(frame.label)}: to the right ${across}, up ${up}, ${decimal(state.extent)} in L2 each way; ${frame.step} of ${side} rows of ${side} places. First other answer, ${turns.join('; ')}.${chosen}`,
    head: ['read as', 'places', 'share of the map'],
    rows: [...counts]
      .toSorted(([p, m], [q, n]) => n - m || p - q)
      .map(([label, n]) => [label, n, { value: n / drawn, text: shareText(n / drawn) }]),
  };
};
