import type { Vec } from '../../lab/oracle.ts';
import type { Reading } from '../../lab/reading/reader.ts';
import { addTo, row } from '../../lab/vec.ts';
import { matches, matchesOf, rowsOf } from './features.ts';

/** Readings as numbers, the shorter ones padded to the longest. */
export interface Batch {
  readonly count: number;
  readonly passageLength: number;
  readonly questionLength: number;
  /** Of every word of every passage, then of every question, padding included: its rows of the table. */
  readonly rows: readonly (readonly number[])[];
  /** [count, passageLength, matches]. */
  readonly matches: Vec;
  /** [count, passageLength]: 1 where there is a word. */
  readonly passageMask: Vec;
  /** [count, questionLength]. */
  readonly questionMask: Vec;
}

const longest = (lists: readonly (readonly string[])[]): number =>
  Math.max(1, ...lists.map((words) => words.length));

/** Padded readings for a table of so many rows; `strange` says which words to treat as never seen. */
export const batchOf = (
  readings: readonly Reading[],
  tableRows: number,
  strange: (word: string, reading: number) => boolean = () => false,
): Batch => {
  const known = new Map<string, readonly number[]>();
  const lookUp = (word: string, reading: number): readonly number[] => {
    if (strange(word.toLowerCase(), reading)) return rowsOf(word, tableRows, true);
    const found = known.get(word) ?? rowsOf(word, tableRows);
    known.set(word, found);
    return found;
  };
  const passageLength = longest(readings.map(({ passage }) => passage));
  const questionLength = longest(readings.map(({ question }) => question));
  const padded = (part: 'passage' | 'question', length: number) =>
    readings.flatMap((reading, i) =>
      Array.from({ length }, (_, k) => {
        const word = reading[part][k];
        return word === undefined ? [] : lookUp(word, i);
      }),
    );
  const met = new Float32Array(readings.length * passageLength * matches);
  const passageMask = new Float32Array(readings.length * passageLength);
  const questionMask = new Float32Array(readings.length * questionLength);
  readings.forEach(({ passage, question }, i) => {
    met.set(matchesOf(passage, question), i * passageLength * matches);
    passageMask.fill(1, i * passageLength, i * passageLength + passage.length);
    questionMask.fill(1, i * questionLength, i * questionLength + question.length);
  });
  return {
    count: readings.length,
    passageLength,
    questionLength,
    rows: [...padded('passage', passageLength), ...padded('question', questionLength)],
    matches: met,
    passageMask,
    questionMask,
  };
};

/** Every word as the sum of its rows, over the root of their number: one row of `width` numbers per word. */
export const embedded = (table: Vec, rows: Batch['rows'], width: number): Vec => {
  const out = new Float32Array(rows.length * width);
  rows.forEach((list, i) => {
    const scale = 1 / Math.sqrt(list.length);
    for (const r of list) {
      addTo(row(out, i, width), row(table, r, width), scale);
    }
  });
  return out;
};

/** The gradient of the table, given that of the words. */
export const embeddedGradient = (
  gradient: Vec,
  rows: Batch['rows'],
  width: number,
  tableRows: number,
): Vec => {
  const out = new Float32Array(tableRows * width);
  rows.forEach((list, i) => {
    const scale = 1 / Math.sqrt(list.length);
    for (const r of list) {
      addTo(row(out, r, width), row(gradient, i, width), scale);
    }
  });
  return out;
};
