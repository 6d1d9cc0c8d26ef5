import { inBound, isOpen, isWrong, verdictOf } from '../../data/comparison.ts';
import type { Report, Row } from './row.ts';

const write = (value: number, unit: Row['unit']): string =>
  unit === 'share' ? `${(100 * value).toFixed(2)} %` : String(Number(value.toPrecision(4)));

const line = (row: Row): string => {
  const { name, value, unit, interval, n, published, bound } = row;
  const spread = interval ? ` (${write(interval[0], unit)} to ${write(interval[1], unit)})` : '';
  const theirs = published
    ? `, published ${typeof published.value === 'number' ? write(published.value, unit) : published.value} [${published.status}]`
    : '';
  const stands = verdictOf(row);
  const mark = isWrong(row) ? '✗ ' : isOpen(row) ? '? ' : bound || stands === 'agrees' ? 'ok' : '  ';
  const where =
    bound && !inBound(row)
      ? `; its regression bound is ${write(bound[0], unit)} to ${write(bound[1], unit)}`
      : '';
  return `  ${mark} ${name}: ${write(value, unit)}${spread}, n = ${n.toLocaleString('en')}${theirs}${stands ? `: ${stands}` : ''}${where}`;
};

/** A report as lines of text. */
export const table = ({ title, rows }: Report): string => [title, ...rows.map(line)].join('\n');
