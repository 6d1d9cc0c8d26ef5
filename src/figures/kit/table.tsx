import type { Cell, Table } from './figure.ts';

const text = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell).replace('-', '−') : cell;

/** A figure's numbers as a folded table. */
export const FigureTable = ({ table }: { readonly table: Table }) => (
  <details class="figure-table">
    <summary>The numbers</summary>
    <div class="scroll" tabIndex={0} role="region" aria-label={table.caption}>
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.head.map((cell) => (
              <th scope="col">{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr>{row.map((cell, i) => (i === 0 ? <th scope="row">{text(cell)}</th> : <td>{text(cell)}</td>))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);
