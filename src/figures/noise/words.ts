import { netWords } from '../../nets/catalogue.ts';
import { bare, inSentence } from '../kit/drawing/belief-bars.tsx';
import type { Cell, Table } from '../kit/contract/figure.ts';
import { count, percentAmong, plural } from '../kit/words/format.ts';
import { withArticle } from '../kit/words/grammar.ts';
import { clopperPearson } from '../../lab/statistics/interval.ts';
import { thresholds, type Counted, type NoiseFrame } from './frame.ts';
import { netIds, type NoiseState } from './params.ts';

const percent = (p: number): string => inSentence(bare(p));

/** What a sentence calls each kind of noise. */
export const kinds: Readonly<Record<NoiseState['kind'], string>> = {
  uniform: 'uniform noise',
  gaussian: 'Gaussian noise',
  smooth: 'smooth noise',
  patterns: 'random patterns',
};

/** The counts of the net that is shown. */
export const shownOf = (state: NoiseState, { nets }: NoiseFrame): Counted =>
  nets[netIds.indexOf(state.net)] as Counted;

/**
 * A share as it is written beside its interval, in percent: two figures of a small one, as many nines as
 * there are of a large one.
 */
export const shareText = (share: number): string =>
  share === 0 || share === 1 ? `${100 * share}` : share > 0.1 ? bare(share) : (100 * share).toPrecision(2);

/** 'between 74 and 79 %', 'less than 0.37 %'. */
const bounds = (sure: number, drawn: number): string => {
  const { low, high } = clopperPearson(sure, drawn);
  if (sure === 0) return `less than ${shareText(high)}\u00a0%`;
  return sure === drawn
    ? `more than ${shareText(low)}\u00a0%`
    : `${shareText(low)} to ${shareText(high)}\u00a0%`;
};

const none = (n: number): string => (n === 0 ? 'none' : count(n));

/** The finding: how often the net is sure, and what share of all such pictures that may be. */
export const describe = (state: NoiseState, frame: NoiseFrame): string => {
  const { sure, bestSays, bestSure } = shownOf(state, frame);
  const [half = 0, nine = 0, nines = 0] = sure;
  const { drawn } = frame;
  const where = state.kind === 'uniform' ? 'all pictures' : 'such pictures';
  return (
    `Of ${plural(drawn, 'picture')} of ${kinds[state.kind]} ${netWords(state.net).said} is at least 50\u00a0% sure of ${none(half)}, at least 90\u00a0% sure of ${none(nine)} ` +
    `and at least 99\u00a0% sure of ${none(nines)}: with 95\u00a0% confidence ${bounds(nines, drawn)} of ${where}. ` +
    `It is surest of one that it calls ${withArticle(String(bestSays))}: ${percent(bestSure)}.`
  );
};

const cell = (sure: number, drawn: number): Cell => ({
  value: sure / drawn,
  text: `${count(sure)} (${bounds(sure, drawn)})`,
});

/** All nets and thresholds, with exact bounds. */
export const table = (state: NoiseState, { drawn, nets }: NoiseFrame): Table => ({
  caption: `How many of ${plural(drawn, 'picture')} of ${kinds[state.kind]} each net is so sure of, with the exact 95\u00a0% interval of the share (Clopper and Pearson).`,
  head: [
    'net',
    ...thresholds.map((threshold) => `at least ${100 * threshold}\u00a0%`),
    'highest confidence',
    'favourite answer',
  ],
  rows: netIds.map((id, k) => {
    const { sure, bestSure, answers } = nets[k] as Counted;
    const favourite = answers.indexOf(Math.max(...answers));
    return [
      netWords(id).short,
      ...sure.map((n) => cell(n, drawn)),
      {
        value: Number(bestSure.toPrecision(6)),
        text: percentAmong(nets.map((net) => net.bestSure))(bestSure),
      },
      `${favourite} (${count(answers[favourite] ?? 0)})`,
    ];
  }),
});
