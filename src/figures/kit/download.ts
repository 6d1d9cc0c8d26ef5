import type { AnyFigure, AnyState, Cell } from './figure.ts';
import { writeLink } from './link.ts';

/** A frame with the state it belongs to. */
export interface Shown {
  readonly state: AnyState;
  readonly frame: unknown;
}

/** Puts text on the clipboard; false where the browser refuses. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

const saveBlob = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

const visibleDrawing = (root: Element | null): SVGSVGElement => {
  const drawings = root?.querySelectorAll<SVGSVGElement>('.stage > svg') ?? [];
  const visible = [...drawings].find((svg) => svg.getBoundingClientRect().width > 0);
  if (visible === undefined) throw new Error('no drawing is visible');
  return visible;
};

/** The drawing as a file of its own: tokens resolved to the colours shown, on paper. */
const standalone = (
  svg: SVGSVGElement,
): { readonly markup: string; readonly width: number; readonly height: number } => {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const probe = document.createElement('span');
  svg.parentElement?.append(probe);
  const resolve = (token: string): string => {
    if (token.startsWith('--font')) return getComputedStyle(probe).getPropertyValue(token).replaceAll('"', "'");
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const paper = resolve('--paper');
  const markup = new XMLSerializer()
    .serializeToString(copy)
    .replace(/var\((--[\w-]+)\)/g, (_, token: string) => resolve(token))
    .replace(/(<svg[^>]*>)/, `$1<rect width="100%" height="100%" fill="${paper}"/>`);
  probe.remove();
  return { markup, width, height };
};

const csvCell = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The table as RFC 4180 text. */
export const csv = (figure: AnyFigure, { state, frame }: Shown): string => {
  const { head, rows } = figure.table(state, frame);
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
};

/** State, finding and numbers as one record. */
export const json = (figure: AnyFigure, { state, frame }: Shown): string =>
  JSON.stringify(
    {
      figure: figure.slug,
      version: figure.version,
      link: writeLink(figure, state),
      state,
      finding: figure.describe(state, frame),
      outcome: figure.outcome(state, frame),
      table: figure.table(state, frame),
    },
    null,
    2,
  );

const savePng = async (figure: AnyFigure, root: Element | null): Promise<void> => {
  const { markup, width, height } = standalone(visibleDrawing(root));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (blob === null) throw new Error('the canvas gave no picture');
  saveBlob(blob, `${figure.slug}.png`);
};

type Save = (figure: AnyFigure, shown: Shown, root: Element | null) => Promise<void>;

const saveText =
  (extension: string, type: string, write: (figure: AnyFigure, shown: Shown, root: Element | null) => string): Save =>
  (figure, shown, root) =>
    Promise.resolve(saveBlob(new Blob([write(figure, shown, root)], { type }), `${figure.slug}.${extension}`));

/** The formats a figure can be saved in. */
export const downloads: readonly { readonly label: string; readonly save: Save }[] = [
  { label: 'PNG', save: (figure, _, root) => savePng(figure, root) },
  { label: 'SVG', save: saveText('svg', 'image/svg+xml', (_, __, root) => standalone(visibleDrawing(root)).markup) },
  { label: 'CSV', save: saveText('csv', 'text/csv', (figure, shown) => csv(figure, shown)) },
  { label: 'JSON', save: saveText('json', 'application/json', (figure, shown) => json(figure, shown)) },
];
