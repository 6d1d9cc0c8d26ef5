import { netWords } from '../../nets/catalogue.ts';
import { bare, inSentence } from '../kit/drawing/belief-bars.tsx';
import type { Cell, Table } from '../kit/contract/figure.ts';
import { bareAmong, capital, count, percentAmong, plural } from '../kit/words/format.ts';
import { withArticle } from '../kit/words/grammar.ts';
import { median } from '../../lab/statistics/median.ts';
import { carried, type EvolveFrame } from './frame.ts';
import { encodingOf, shownOf, type EvolveState } from './params.ts';
import { answerName, othersOf, taskOf } from './tasks.ts';

/** From here on a net counts as certain. */
const certainty = 0.999;

/** How sure a net is, in percent; what is less than certain is never rounded up to it. */
export const sureText = (p: number): string => {
  const text = bare(p);
  return p < certainty && text === bare(certainty) ? (Math.floor(1e4 * p) / 100).toFixed(2) : text;
};

/**
 * How to write how sure a net is of pictures that stand together, in percent, with two decimals at most; what
 * is less than certain never looks certain.
 */
export const sureAmong = (sures: readonly number[]): ((p: number) => string) => {
  // Where one comes near certainty, all show the decimals that tell the two apart.
  const written = bareAmong(Math.max(...sures) > 0.99 ? [...sures, 0.9995] : sures, 2);
  return (p) => written(p < certainty ? Math.floor(1e4 * p) / 1e4 : p);
};

const percent = (p: number): string => inSentence(sureText(p));

/** How sure the net is of its champions. */
export const surenesses = ({ champions }: EvolveFrame) => {
  const sure = champions.map((champion) => champion.sure);
  return {
    least: Math.min(...sure),
    median: median(sure),
    certain: sure.filter((p) => p >= certainty).length,
  };
};

const thing = (state: EvolveState, label: number): string =>
  withArticle(answerName(taskOf(state.net), label));

/** How many of the onlookers call that champion what the net calls it. */
const agreeing = ({ champions, onlookers }: EvolveFrame, place: number): number =>
  onlookers.filter(({ says }) => says[place] === champions[place]?.label).length;

const others = (state: EvolveState, frame: EvolveFrame, place: number): string => {
  const n = othersOf(state.net).length;
  if (n === 0) return '';
  return `; of ${n} nets that took no part, ${agreeing(frame, place)} ${agreeing(frame, place) === 1 ? 'says' : 'say'} the same`;
};

/** The finding: how sure the net has become, and what the others say of the picture that is shown. */
export const describe = (state: EvolveState, frame: EvolveFrame): string => {
  const name = netWords(state.net).said;
  const [first] = frame.champions;
  if (state.genome !== '' && first !== undefined) {
    return `${capital(name)} is ${percent(first.sure)} sure that this evolved picture is ${thing(state, first.label)}${others(state, frame, 0)}.`;
  }
  const { median: middle, certain } = surenesses(frame);
  const n = frame.champions.length;
  const place = shownOf(state);
  const shown = frame.champions[place];
  const one = `Of the picture for “${answerName(taskOf(state.net), shown?.label ?? 0)}” it is ${percent(shown?.sure ?? 0)} sure${others(state, frame, place)}.`;
  if (frame.generation === 0)
    return `Generation 0, chance alone: of the best of ${count(frame.evaluations)} random pictures for each answer ${name} is ${percent(middle)} sure (median of ${n}). ${one}`;
  return (
    `After ${plural(frame.generation, 'generation')}, ${count(frame.evaluations)} pictures and nothing but answers, ${name} is at least ${percent(certainty)} sure ` +
    `of ${certain} of ${n} evolved pictures (median ${percent(middle)}). ${one}`
  );
};

/** All champions, with what every net says of them. */
export const table = (state: EvolveState, frame: EvolveFrame): Table => {
  const task = taskOf(state.net);
  const ids = othersOf(state.net);
  const sures = frame.champions.map(({ sure }) => sure);
  const totals = ids.map((id, k) => {
    const onlooker = frame.onlookers[k];
    return `${netWords(id).short} ${onlooker === undefined ? 0 : carried(frame, onlooker)}`;
  });
  const way = encodingOf(state) === 'cppn' ? 'as patterns' : 'pixel by pixel';
  const what = state.genome === '' ? `Pictures evolved ${way}` : 'One picture from its genome';
  const carry =
    ids.length === 0 ? '' : ` Of ${frame.champions.length} pictures called the same: ${totals.join(', ')}.`;
  return {
    caption: `${what}, generation ${frame.generation}, ${plural(frame.evaluations, 'picture')} shown to ${netWords(state.net).said}.${carry}`,
    head: [
      'answer',
      `${netWords(state.net).short} is sure`,
      'born in generation',
      ...ids.map((id) => netWords(id).short),
    ],
    rows: frame.champions.map(({ label, sure, born }, i) => [
      answerName(task, label),
      { value: Number(sure.toPrecision(6)), text: percentAmong(sures)(sure) } satisfies Cell,
      born,
      ...frame.onlookers.map(
        (onlooker) =>
          `${answerName(task, onlooker.says[i] ?? 0)} (${percentAmong(onlooker.sure)(onlooker.sure[i] ?? 0)})`,
      ),
    ]),
  };
};
