import { wordsAt } from '../../lab/reading/reader.ts';
import { textOf } from '../../lab/reading/words.ts';
import type { Table } from '../kit/contract/figure.ts';
import { decimal, percent, plural } from '../kit/words/format.ts';
import type { DistractorFrame, Said } from './frame.ts';
import type { DistractorState } from './params.ts';

const quoted = (text: string): string => `“${text}”`;

/** The answer that the net gives, as text. */
export const answerText = ({ words }: DistractorFrame, { answer }: Said): string => wordsAt(words, answer);

/** The first of some words, each once, however it is written. */
const listed = (words: readonly string[]): string => {
  const once = [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
  return once.slice(0, 8).join(', ') + (once.length > 8 ? ', …' : '');
};

/** Which words the net never met, as the end of the sentence; '' where it knows them all. */
export const strangers = (frame: DistractorFrame): string => {
  const all = [...frame.strange.map((i) => frame.words[i] ?? ''), ...frame.strangeAsked];
  return all.length === 0 ? '' : ` The net never met these words in training: ${listed(all)}.`;
};

/** The finding: what the net answered before, and with the most harmful sentence of those tried. */
export const describe = (state: DistractorState, frame: DistractorFrame): string => {
  const { before, now, question, truth, words, length, worst, tried, known, instead } = frame;
  const lost =
    instead === 'passage'
      ? 'Without a passage and a question of yours, this is ours. '
      : instead === 'sentence'
        ? 'Without a sentence of yours, one of ours was added. '
        : '';
  const right = wordsAt(words, truth);
  const said = `Asked ${quoted(textOf(question))}, the net says ${quoted(answerText(frame, before))} (${percent(before.sure)})${known && answerText(frame, before) !== right ? ` where ${quoted(right)} is right` : ''}`;
  const own = state.by === 'own' ? strangers(frame) : '';
  if (worst === null) return `${lost}${said}.${own}`;
  const added = quoted(textOf(words.slice(length)));
  const most =
    tried.length === 1
      ? `With ${added} added`
      : `With ${added} added, the worst of ${plural(tried.length, 'sentence')} tried`;
  const answer = answerText(frame, now);
  const inside = now.answer.start >= length ? ', out of the added sentence' : '';
  const turned =
    answer === answerText(frame, before)
      ? `it still says ${quoted(answer)} (${percent(now.sure)})`
      : `it says ${quoted(answer)} (${percent(now.sure)})${inside}`;
  // Nobody but the reader can tell whether what they wrote contradicts the passage.
  const judged =
    state.by !== 'search' && answer !== answerText(frame, before)
      ? ' Does the added sentence change what is true? Only you can judge that: if it does, the net is not fooled.'
      : '';
  return `${lost}${said}. ${most}, ${turned}.${judged}${own}`;
};

/** Every sentence tried, the answer it brought and by how much the right one leads. */
export const table = (_: DistractorState, frame: DistractorFrame): Table => {
  const { words, length, question, truth, known, before, tried } = frame;
  return {
    caption:
      `${textOf(words.slice(0, length))} ${textOf(question)} ${known ? 'Right' : 'Taken as right, the net’s first answer'}: ${wordsAt(words, truth)}.` +
      strangers(frame),
    head: ['added sentence', 'answer', 'F1', 'lead of the right answer (logits)'],
    rows: [
      ['none', answerText(frame, before), null, null],
      ...tried.map(({ sentence, answer, f1, margin }) => [sentence, answer, decimal(f1), decimal(margin, 1)]),
    ],
  };
};
