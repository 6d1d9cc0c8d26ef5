import { netWords } from '../../nets/catalogue.ts';
import { fixed, percentAmong } from '../kit/words/format.ts';
import type { Table } from '../kit/contract/figure.ts';
import { blurAt, likeAt, readAt, type SquintFrame } from './frame.ts';
import { blurs, type SquintState } from './params.ts';

const blurred = (blur: number): string =>
  blur === 0 ? 'without any blur' : `under a blur of ${fixed(blur, 1)} pixels`;

/**
 * Of ten evolved pictures, how many a blur makes look like their digits, and how many the net still reads.
 */
export const describe = (state: SquintState, frame: SquintFrame): string => {
  const b = blurAt(state.blur);
  const like = likeAt(frame, b);
  const read = readAt(frame, b);
  return (
    `Ten pictures were evolved over ${frame.generation} generations for ${netWords(state.net).said}, one to be taken for each digit. ` +
    `${blurred(state.blur).replace(/^./u, (letter) => letter.toUpperCase())}, ${like === 1 ? '1 of the 10 is likest to the shape of its digit' : `${like === 10 ? 'all' : `${like} of the`} 10 are likest to the shapes of their digits`} ` +
    `(by chance it would be 1), and the net still reads ${read === 10 ? 'all' : read} of them as evolved.`
  );
};

/** The digit shown large, by blur. */
export const table = (state: SquintState, frame: SquintFrame): Table => {
  const digit = Number(state.digit);
  const sures = blurs.map((_, b) => frame.sure[10 * b + digit] ?? 0);
  return {
    caption: `The picture evolved for ${digit} under each blur, and how many of all ten are likest to their digit or read as evolved.`,
    head: [
      'blur, pixels',
      'the net says',
      `probability of ${digit}`,
      'likest to',
      'of 10, likest to their digit',
      'of 10, read as evolved',
    ],
    rows: blurs.map((blur, b) => [
      fixed(blur, 1),
      frame.says[10 * b + digit] ?? 0,
      percentAmong(sures)(sures[b] ?? 0),
      frame.likest[10 * b + digit] ?? 0,
      likeAt(frame, b),
      readAt(frame, b),
    ]),
  };
};
