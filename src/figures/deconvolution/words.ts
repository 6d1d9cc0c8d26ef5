import { thingNames } from '../../data/emoji/things.ts';
import { fixed, percent, plural } from '../kit/format.ts';
import type { Table } from '../kit/figure.ts';
import { withArticle } from '../kit/subjects.ts';
import { rules, type DeconvolutionFrame } from './frame.ts';
import { isDigits, layersOf, type DeconvolutionState } from './params.ts';

/** What an answer is called. */
export const nameOf = (state: DeconvolutionState, label: number): string =>
  isDigits(state) ? String(label) : (thingNames[label] ?? String(label));

/** What the three ways back are called. */
export const ruleNames = { gradient: 'gradient', deconvnet: 'deconvnet', guided: 'guided backpropagation' } as const;

/** 'the answers', 'the last 3 layers'. */
export const layersNamed = (count: number): string => (count === 1 ? 'the answers' : `the last ${count} layers`);

/** The finding of a frame. */
export const describe = (state: DeconvolutionState, frame: DeconvolutionFrame): string => {
  const [g, d, b] = frame.asked[1].like.map((like) => fixed(like, 2));
  const [sg, sd, sb] = frame.asked[2].like.map((like) => fixed(like, 2));
  const drawn = withArticle(nameOf(state, frame.label));
  return (
    `The net calls our drawing of ${drawn} ${withArticle(nameOf(state, frame.answer))} (${percent(frame.sure)}). Asked instead what speaks for ` +
    `${withArticle(nameOf(state, frame.other))}, guided backpropagation draws a map whose ranks correlate by ${b ?? ''} with those of the first (deconvnet ` +
    `${d ?? ''}, the plain gradient ${g ?? ''}); with the weights of ${layersNamed(state.shuffled)} shuffled, by ${sb ?? ''} (${sd ?? ''}, ${sg ?? ''}).`
  );
};

/** How like the maps stay: of this picture, and on average over all of ours. */
export const table = (state: DeconvolutionState, frame: DeconvolutionFrame): Table => ({
  caption:
    `Rank correlation of a map with the one for the true answer: of this picture, and the mean of our ${plural(frame.n, 'picture')} ` +
    `with its 95 % interval, after ${frame.step} of ${layersOf(state)} layers were shuffled.`,
  head: ['what is changed', 'pictures', ...rules.map((rule) => ruleNames[rule])],
  rows: [
    [`asked for ${nameOf(state, frame.other)}`, 1, ...frame.asked[1].like.map((like) => fixed(like, 2))],
    [`${layersNamed(state.shuffled)} shuffled`, 1, ...frame.asked[2].like.map((like) => fixed(like, 2))],
    [
      'asked for another answer',
      frame.n,
      ...frame.elsewhere.map(({ mean, low, high }) => `${fixed(mean, 2)} (${fixed(low, 2)} to ${fixed(high, 2)})`),
    ],
    ...(frame.kept[0] ?? []).map((_, i) => [
      `${layersNamed(i + 1)} shuffled`,
      frame.n,
      ...frame.kept.map((ofRule) => {
        const { mean = 0, low = 0, high = 0 } = ofRule[i] ?? {};
        return `${fixed(mean, 2)} (${fixed(low, 2)} to ${fixed(high, 2)})`;
      }),
    ]),
  ],
});
