import { percent } from '../figures/kit/words/format.ts';
import { reportSchema, type Report, type Row } from '../data/report.ts';

const files = import.meta.glob(['/content/results/*.json', '/public/models/*/card.json'], {
  import: 'default',
  eager: true,
});

/**
 * How a measured number is written in the text; `digits` are those after the point, 'nines' has as many as
 * there are nines.
 */
export type NumberFormat = 'percent' | 'nines' | 'number' | 'integer' | 'text';

const keysOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? Object.keys(value).join(', ') : `only ${String(value)}`;

/**
 * The value at a dotted path of content/results/<file>.json, or, for 'models/<id>/card', of a net's card; one
 * that is not there stops the build.
 */
export const resultAt = (file: string, path: string): string | number => {
  let here = files[file.startsWith('models/') ? `/public/${file}.json` : `/content/results/${file}.json`];
  if (here === undefined) {
    throw new Error(
      `There is no content/results/${file}.json; there are ${Object.keys(files).join(', ') || 'none yet'}.`,
    );
  }
  for (const key of path.split('.')) {
    const next = (here as Readonly<Record<string, unknown>>)[key];
    if (next === undefined) {
      throw new Error(
        `content/results/${file}.json has no “${path}”: where “${key}” was sought there is ${keysOf(here)}.`,
      );
    }
    here = next;
  }
  if (typeof here === 'number' || typeof here === 'string') return here;
  throw new Error(`content/results/${file}.json: “${path}” is not a number but holds ${keysOf(here)}.`);
};

/** A number as the text shows it: 0.9912 is ‘99.1 %’ with one digit; thousands are set apart. */
export const writeNumber = (value: string | number, format: NumberFormat, digits?: number): string => {
  if (typeof value === 'string') return value;
  if (format === 'text') return String(value);
  if (format === 'nines') return percent(value);
  const options = (many: number): Intl.NumberFormatOptions => ({
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? many,
  });
  if (format === 'percent')
    return `${(100 * value).toLocaleString('en', options(1))}\u202f%`.replace('-', '−');
  return value.toLocaleString('en', options(format === 'integer' ? 0 : 3)).replace('-', '−');
};

/** A share with that many digits, which are more near certainty: 100 % only where nothing is missing. */
export const writeShare = (value: number, digits: number): string => {
  if (value >= 1) return writeNumber(1, 'percent', 0);
  return value > 0.999
    ? writeNumber(value, 'nines')
    : writeNumber(value, 'percent', value === 0 ? 0 : digits);
};

/** A number of a row, ours or the published one, as tables show it; words as they are. */
export const writeRow = (value: number | string, { unit }: Row): string => {
  if (typeof value === 'string') return value;
  return unit === 'share'
    ? writeShare(value, value !== 0 && Math.abs(value - 0.5) > 0.49 ? 2 : 1)
    : writeNumber(Number(value.toPrecision(4)), 'number');
};

const reports = import.meta.glob('/content/results/reproduction/*.json', { import: 'default', eager: true });

/** Every reproduced experiment, in alphabetical order of their ids. */
export const reproduced: readonly Report[] = Object.entries(reports)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([, report]) => reportSchema.parse(report));

/** One row of one of them, by its name; one that is not there stops the build. */
export const reproducedRow = (id: string, name: string): Row => {
  const report = reproduced.find((candidate) => candidate.id === id);
  const found = report?.rows.find((row) => row.name === name);
  if (found !== undefined) return found;
  const names = (report?.rows ?? []).map((row) => `“${row.name}”`).join(', ');
  throw new Error(`content/results/reproduction/${id}.json has no row “${name}”; it has ${names || 'none'}.`);
};
