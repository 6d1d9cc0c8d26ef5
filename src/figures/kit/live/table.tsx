import type { Cell, Table } from '../contract/figure.ts';

/** A cell as people read it. */
export const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('-', '−');
  return typeof cell === 'string' ? cell : cell.text;
};

/** A figure's numbers as a folded table. */
export const FigureTable = ({ table }: { readonly table: Table }) => (
  <details class="figure-table">
    <summary>The numbers</summary>
    <div class="scroll" tabIndex={0} role="region" aria-label={table.caption}>
      <table>
        <caption>
          <span>{table.caption}</span>
        </caption>
        <thead>
          <tr>
            {table.head.map((cell) => (
              <th scope="col">{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr>
              {row.map((cell, i) =>
                i === 0 ? <th scope="row">{cellText(cell)}</th> : <td>{cellText(cell)}</td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);
