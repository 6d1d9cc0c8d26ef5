import type { AnyFigure, Cell } from '../contract/figure.ts';
import type { Shown } from '../session/session.ts';
import { standalone, type Standalone } from './standalone.ts';

/** What a file says of where it is from. */
export interface Source {
  readonly site: string;
  readonly address: string;
}

const saveBlob = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

const csvCell = (cell: Cell): string => {
  const text = cell === null ? '' : String(typeof cell === 'object' ? cell.value : cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The table as RFC 4180 text. */
export const csv = (figure: AnyFigure, { state, frame }: Shown): string => {
  const { head, rows } = figure.table(state, frame);
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
};

/** State, finding and numbers as one record. */
export const json = (figure: AnyFigure, { state, frame }: Shown, { address }: Source): string =>
  JSON.stringify(
    {
      figure: figure.slug,
      version: figure.version,
      address,
      state,
      finding: figure.describe(state, frame),
      outcome: figure.outcome(state, frame),
      table: figure.table(state, frame),
    },
    null,
    2,
  );

const drawn = (figure: AnyFigure, { site, address }: Source, root: Element | null): Promise<Standalone> => {
  const drawings = [...(root?.querySelectorAll<SVGSVGElement>('.stage > svg') ?? [])];
  const visible = drawings.find((svg) => svg.getBoundingClientRect().width > 0);
  if (visible === undefined) throw new Error('no drawing is visible');
  return standalone(visible, figure.title, `${site} · ${new URL(address).host}${new URL(address).pathname}`);
};

const rasterise = async ({ markup, width, height }: Standalone): Promise<Blob> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (blob === null) throw new Error('the canvas gave no picture');
  return blob;
};

type Make = (figure: AnyFigure, shown: Shown, source: Source, root: Element | null) => Promise<Blob>;

const text = (content: string, type: string): Blob => new Blob([content], { type });

const formats: Readonly<Record<string, Make>> = {
  PNG: async (figure, _, source, root) => rasterise(await drawn(figure, source, root)),
  SVG: async (figure, _, source, root) => text((await drawn(figure, source, root)).markup, 'image/svg+xml'),
  CSV: (figure, shown) => Promise.resolve(text(csv(figure, shown), 'text/csv')),
  JSON: (figure, shown, source) => Promise.resolve(text(json(figure, shown, source), 'application/json')),
};

/** The formats a figure can be saved in. */
export const downloads = Object.entries(formats).map(([label, make]) => ({
  label,
  save: async (...[figure, ...rest]: Parameters<Make>): Promise<void> =>
    saveBlob(await make(figure, ...rest), `${figure.slug}.${label.toLowerCase()}`),
}));
