import type { Field } from './field.ts';

/** An upright line in a chart's field, at a value that the reader has chosen. */
export const upright = (x: number, { top, bottom }: Pick<Field, 'top' | 'bottom'>) => (
  <path d={`M${x} ${top}V${bottom}`} stroke="var(--accent)" stroke-width={1.5} stroke-dasharray="3 3" />
);
