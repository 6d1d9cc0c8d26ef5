import { thingNames } from '../../data/emoji/things.ts';
import { fixed, percent, plural } from '../kit/words/format.ts';
import type { Table } from '../kit/contract/figure.ts';
import { withArticle } from '../kit/words/grammar.ts';
import { rules, type Asked, type DeconvolutionFrame, type Kept } from './frame.ts';
import { isDigits, layersOf, type DeconvolutionState } from './params.ts';

/** What an answer is called. */
export const nameOf = (state: DeconvolutionState, label: number): string =>
  isDigits(state) ? String(label) : (thingNames[label] ?? String(label));

/** What the three ways back are called. */
export const ruleNames = {
  gradient: 'gradient',
  deconvnet: 'deconvnet',
  guided: 'guided backpropagation',
} as const;

/** 'the answers', 'the last 3 layers', 'all 5 layers'. */
export const layersNamed = (state: DeconvolutionState, count: number): string =>
  count === 1 ? 'the answers' : `${count === layersOf(state) ? 'all' : 'the last'} ${count} layers`;

/** The likeness of guided backpropagation's map, and in brackets of the two others. */
const likeness = ({ like }: Asked): string => {
  const [gradient, deconvnet, guided] = like.map((value) => fixed(value, 2));
  return `${guided ?? ''} (deconvnet ${deconvnet ?? ''}, the plain gradient ${gradient ?? ''})`;
};

/** The finding of a frame. */
export const describe = (state: DeconvolutionState, frame: DeconvolutionFrame): string => {
  const drawn = withArticle(nameOf(state, frame.label));
  const [first] = frame.shuffled;
  const last = frame.shuffled.at(-1);
  const shuffled =
    first === undefined
      ? ''
      : `; with the weights of ${layersNamed(state, 1)} shuffled, by ${likeness(first)}` +
        (last === undefined || last === first
          ? ''
          : `, with those of ${layersNamed(state, frame.step)}, by ${likeness(last)}`);
  return (
    `The net calls our drawing of ${drawn} ${withArticle(nameOf(state, frame.answer))} (${percent(frame.sure)}). Asked instead what speaks for ` +
    `${withArticle(nameOf(state, frame.other))}, guided backpropagation draws a map whose ranks correlate with those of the first by ` +
    `${likeness(frame.asked[1])}${shuffled}.`
  );
};

const interval = ({ mean, low, high }: Kept = { mean: 0, low: 0, high: 0 }): string =>
  `${fixed(mean, 2)} (${fixed(low, 2)} to ${fixed(high, 2)})`;

/** How like the maps stay: of this picture, and on average over all of ours. */
export const table = (state: DeconvolutionState, frame: DeconvolutionFrame): Table => ({
  caption:
    `Rank correlation of a map with the one for the true answer: of this picture, and the mean of our ${plural(frame.n, 'picture')} ` +
    `with its 95\u00a0% interval, after ${frame.step} of ${layersOf(state)} layers were shuffled.`,
  head: ['what is changed', 'pictures', ...rules.map((rule) => ruleNames[rule])],
  rows: [
    [`asked for ${nameOf(state, frame.other)}`, 1, ...frame.asked[1].like.map((like) => fixed(like, 2))],
    ...frame.shuffled.map(({ like }, i) => [
      `${layersNamed(state, i + 1)} shuffled`,
      1,
      ...like.map((value) => fixed(value, 2)),
    ]),
    ...(frame.elsewhere.length === 0
      ? []
      : [['asked for another answer', frame.n, ...frame.elsewhere.map(interval)]]),
    ...(frame.kept[0] ?? []).map((_, i) => [
      `${layersNamed(state, i + 1)} shuffled`,
      frame.n,
      ...frame.kept.map((ofRule) => interval(ofRule[i])),
    ]),
  ],
});
