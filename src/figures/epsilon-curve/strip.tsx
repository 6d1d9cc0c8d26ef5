import { digitAt } from '../../data/digit.ts';
import { centred, grid, stack } from '../kit/drawing/arrange.ts';
import { heading, picture, type Piece, reply, text } from '../kit/drawing/pieces.ts';
import { decimal } from '../kit/words/format.ts';

interface StripRow {
  readonly name: string;
  readonly pictures: Uint8Array;
  readonly says: readonly number[];
}

export interface StripSpec {
  readonly rows: readonly StripRow[];
  readonly label: number;
  /** Who says what it is. */
  readonly net: string;
  /** The ε of each picture so far, and how many there will be. */
  readonly epsilons: readonly number[];
  readonly slots: number;
}

/** As many pictures as have room. */
const most = 9;

/** One digit at growing ε, a row for each nudge, and what the net says of each picture. */
export const strip = ({ rows, label, net, epsilons, slots }: StripSpec): Piece => {
  const every = Math.ceil(slots / most);
  const kept = epsilons.flatMap((epsilon, i) => (i % every === 0 ? [{ epsilon, i }] : []));
  const across = Math.ceil(slots / every);
  const inRow = (cells: readonly Piece[]): Piece => grid(cells, { across });
  const cell = ({ pictures, says }: StripRow, i: number): Piece => {
    const picked = picture({ pixels: digitAt(pictures, i), most: 57 });
    return stack([centred(picked), reply(String(says[i] ?? ''), says[i] !== label, { align: 'middle' })]);
  };
  return stack(
    [
      heading(`a ${label} at each ε, and what ${net} says`),
      inRow(kept.map(({ epsilon }) => text(decimal(epsilon, 3).replace(/^0\./u, '.'), { align: 'middle' }))),
      ...rows.map((row) => stack([text(row.name), inRow(kept.map(({ i }) => cell(row, i)))], 2)),
    ],
    4,
  );
};
