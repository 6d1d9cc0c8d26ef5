import { inBand, type Report, type Row } from './row.ts';

const write = (value: number, unit: Row['unit']): string =>
  unit === 'share' ? `${(100 * value).toFixed(2)} %` : String(Number(value.toPrecision(4)));

const line = (row: Row): string => {
  const { name, value, unit, interval, n, published, band } = row;
  const spread = interval ? ` (${write(interval[0], unit)} to ${write(interval[1], unit)})` : '';
  const theirs = published
    ? `, published ${typeof published.value === 'number' ? write(published.value, unit) : published.value} [${published.status}]`
    : '';
  const verdict = !band ? '  ' : inBand(row) ? 'ok' : '✗ ';
  const where =
    band && !inBand(row) ? `; must lie in ${write(band[0], unit)} to ${write(band[1], unit)}` : '';
  return `  ${verdict} ${name}: ${write(value, unit)}${spread}, n = ${n.toLocaleString('en')}${theirs}${where}`;
};

/** A report as lines of text. */
export const table = ({ title, rows }: Report): string => [title, ...rows.map(line)].join('\n');
