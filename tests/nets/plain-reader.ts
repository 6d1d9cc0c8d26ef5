import type { Vec } from '../../src/lab/oracle.ts';
import type { Pointers, Reading } from '../../src/lab/reading/reader.ts';
import { matchesOf, rowsOf } from '../../src/nets/reader/features.ts';
import { readerShapes, type ReaderTopology } from '../../src/nets/reader/topology.ts';

type Row = readonly number[];

const relu = (row: Row): Row => row.map((value) => Math.max(0, value));
const plus = (a: Row, b: Row): Row => a.map((value, i) => value + (b[i] ?? NaN));
const dot = (a: Row, b: Row): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0);

const softmax = (row: Row): Row => {
  const powers = row.map((value) => Math.exp(value - Math.max(...row)));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((value) => value / total);
};

/** A reader in plain loops, one reading at a time: what the tensors of src/nets/reader must agree with. */
export const plainPointers = (
  topology: ReaderTopology,
  weights: readonly Vec[],
  reading: Reading,
): Pointers => {
  const { embedding, hidden, rows: tableRows, dilations } = topology.config;
  const named = new Map(
    readerShapes(topology).map(({ name }, k) => [name, weights[k] ?? new Float32Array()]),
  );
  const weight = (name: string): Vec => named.get(name) ?? new Float32Array();
  const bias = (name: string): Row => [...weight(name)];
  /** row · W. */
  const through = (row: Row, name: string): Row => {
    const w = weight(name);
    const width = w.length / row.length;
    return Array.from({ length: width }, (_, j) =>
      row.reduce((sum, value, i) => sum + value * (w[i * width + j] ?? NaN), 0),
    );
  };
  const table = weight('words/table');
  const embed = (word: string): Row => {
    const rows = rowsOf(word, tableRows);
    return Array.from(
      { length: embedding },
      (_, k) => rows.reduce((sum, r) => sum + (table[r * embedding + k] ?? NaN), 0) / Math.sqrt(rows.length),
    );
  };
  const triple = (list: readonly Row[], i: number, dilation: number): Row =>
    [i - dilation, i, i + dilation].flatMap((k) => list[k] ?? (list[i] ?? []).map(() => 0));
  const mixture = (shares: Row, list: readonly Row[]): Row =>
    list.reduce<Row>(
      (sum, row, i) =>
        plus(
          sum,
          row.map((value) => value * (shares[i] ?? NaN)),
        ),
      new Array<number>(hidden).fill(0),
    );

  const question = reading.question.map(embed);
  const heard = question.map((_, i) =>
    relu(plus(through(triple(question, i, 1), 'question/kernel'), bias('question/bias'))),
  );
  const whole = mixture(softmax(heard.map((row) => through(row, 'question/weight')[0] ?? NaN)), heard);
  const asked = question.map((row) => through(row, 'attention/kernel'));
  const wanted = plus(through(whole, 'meeting/question'), bias('meeting/bias'));
  const met = matchesOf(reading.passage, reading.question);
  let positions = reading.passage.map((word, i) => {
    const row = embed(word);
    const own = through(row, 'attention/kernel');
    const shares = softmax(asked.map((other) => dot(own, other) / Math.sqrt(embedding)));
    const meeting = [...row, ...mixture(shares, heard), ...met.slice(2 * i, 2 * i + 2)];
    return relu(plus(through(meeting, 'meeting/kernel'), wanted));
  });
  for (const d of dilations) {
    const before = positions;
    positions = before.map((row, i) =>
      plus(row, relu(plus(through(triple(before, i, d), `context${d}/kernel`), bias(`context${d}/bias`)))),
    );
  }
  const sought = plus(through(whole, 'pointer/kernel'), bias('pointer/bias'));
  const pointer = (k: number): Vec =>
    Float32Array.from(positions, (row) =>
      dot(
        row,
        Array.from({ length: hidden }, (_, i) => sought[2 * i + k] ?? NaN),
      ),
    );
  return { start: pointer(0), end: pointer(1) };
};
